package org.yiwang.identity;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.pack.Text;
import org.yiwang.page.Choice;
import org.yiwang.page.Page;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/** What an account's post can be: the roles and units that the pack declares. */
@Component
class PostForms {
  private final Roles roles;
  private final Units units;

  PostForms(Roles roles, Units units) {
    this.roles = roles;
    this.units = units;
  }

  /** The answers to choose from, in the reader's language. */
  record Choices(List<Choice> roles, List<Choice> units) {}

  Choices choices(Page page) {
    return new Choices(
        roles.listRoles().stream().map(r -> Choice.of(r.id(), page.t(r.name()))).toList(),
        units.listUnits().stream().map(u -> Choice.of(u.id(), page.t(u.name()))).toList());
  }

  /**
   * The post that a form asks for.
   *
   * @throws RefusedException INVALID if a role or the unit is not declared, or a role's scope needs
   *     a unit, area or grid that is missing
   */
  Post read(PostForm form) {
    for (String role : form.rolesTicked()) {
      if (roles.findRole(role).isEmpty()) {
        throw unknown("roles", Text.of("没有这个角色。", "There is no such role."));
      }
      refuseMissing(roles.scopeOf(role), form);
    }
    String unit = blankToNull(form.unit());
    if (unit != null && units.findUnit(unit).isEmpty()) {
      throw unknown("unit", Text.of("没有这个单位。", "There is no such unit."));
    }
    return new Post(
        new TreeSet<>(form.rolesTicked()),
        unit,
        blankToNull(form.area()),
        blankToNull(form.grid()));
  }

  private static void refuseMissing(Scope scope, PostForm form) {
    boolean unit = blankToNull(form.unit()) != null;
    boolean area = blankToNull(form.area()) != null;
    boolean grid = blankToNull(form.grid()) != null;
    switch (scope) {
      case UNIT -> refuseUnless(unit, "unit", Text.of("这个角色要有单位。", "This role needs a unit."));
      case AREA ->
          refuseUnless(
              area || unit, "area", Text.of("这个角色要有辖区代码或单位。", "This role needs an area or unit."));
      case GRID -> refuseUnless(grid, "grid", Text.of("这个角色要有网格代码。", "This role needs a grid."));
      case NONE, OWN, DISTRICT -> {}
    }
  }

  private static void refuseUnless(boolean given, String field, Text says) {
    if (!given) {
      throw new RefusedException(
          Refusal.invalid(
              "post-incomplete",
              field,
              says,
              Text.of("没有它，这个角色什么也看不到。", "Without it the role sees nothing.")));
    }
  }

  private static RefusedException unknown(String field, Text says) {
    return new RefusedException(
        Refusal.invalid(
            "not-declared", field, says, Text.of("请从列表中选择。", "Choose one of the list.")));
  }

  private static @Nullable String blankToNull(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }
}
