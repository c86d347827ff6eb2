package org.yiwang.credential;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiwang.calendar.TimeLimit;
import org.yiwang.identity.Units;
import org.yiwang.pack.Defined;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;
import org.yiwang.page.RefusedException;
import org.yiwang.party.Parties;

/** CRED-01 to CRED-08, CRED-10: types of credential hold together. */
final class CredentialTypesCheck implements PackCheck {
  private static final String ID = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

  /** Names that the credential's own envelope uses (RFC 7519, SD-JWT VC). */
  static final Set<String> RESERVED =
      Set.of("iss", "sub", "iat", "nbf", "exp", "cnf", "vct", "status", "jti", "aud", "nonce");

  @Override
  public void check(PackReading pack, Problems problems) {
    Map<String, String> seen = new HashMap<>();
    seen.put(KeepPaper.TYPE, "the program itself");
    new Reading(pack, problems, Units.idsIn(pack), seen).all();
  }

  private record Reading(
      PackReading pack, Problems problems, Set<String> units, Map<String, String> seen) {

    void all() {
      for (Defined<CredentialsFile> file : pack.list(CredentialPackPart.CREDENTIALS)) {
        file.value().credentials().forEach(type -> one(file.application(), type));
      }
      Map<String, CredentialType> types = CredentialTypes.typesIn(pack);
      for (Defined<CredentialsFile> file : pack.list(CredentialPackPart.CREDENTIALS)) {
        file.value().samples().forEach(sample -> sample(sample, types));
      }
    }

    private void sample(CredentialsFile.Sample sample, Map<String, CredentialType> types) {
      holder(sample);
      CredentialType type = types.get(sample.type());
      if (!sample.invented()) {
        String what = "A sample does not say that it is invented.";
        problems.add(pack.at(sample, "invented"), "CRED-07", what, "Write invented: true.");
      }
      if (type == null) {
        problems.add(
            pack.at(sample, "type"),
            "CRED-07",
            "There is no credential \"%s\".".formatted(sample.type())
                + problems.nearest(sample.type(), types.keySet()),
            "Name a type of credentials.yaml.");
        return;
      }
      try {
        ClaimsCheck.check(sample.claims(), type);
      } catch (RefusedException refused) {
        String what = refused.refusals().getFirst().says().en();
        problems.add(pack.at(sample, "claims"), "CRED-08", what, "Give what the type asks for.");
      }
    }

    private void holder(CredentialsFile.Sample sample) {
      Set<String> firms = Parties.demoFirmsIn(pack);
      if ((sample.account() == null) == (sample.party() == null)) {
        problems.add(
            pack.at(sample),
            "CRED-10",
            "A sample is somebody's: a person's or a firm's.",
            "Write either account: or party:.");
      } else if (sample.party() != null && !firms.contains(sample.party())) {
        problems.add(
            pack.at(sample, "party"),
            "CRED-10",
            "There is no firm \"" + sample.party() + "\" in parties/.",
            "Name the id of a firm there." + problems.nearest(sample.party(), firms));
      }
    }

    private void one(String application, CredentialType type) {
      id(type, type.id(), "CRED-01");
      String first = seen.putIfAbsent(type.id(), application);
      if (first != null) {
        String what = "\"%s\" is declared twice, first in %s.".formatted(type.id(), first);
        problems.add(pack.at(type, "id"), "CRED-02", what, "Give each type its own id.");
      }
      if (!units.contains(type.issuer())) {
        problems.add(
            pack.at(type, "issuer"),
            "CRED-03",
            "There is no unit \"" + type.issuer() + "\"." + problems.nearest(type.issuer(), units),
            "Name a unit of units.yaml.");
      }
      valid(type);
      claims(type, type.claims());
    }

    private void valid(CredentialType type) {
      TimeLimit valid = type.valid();
      if (valid != null && valid.unit() != TimeLimit.Unit.CALENDAR_DAYS) {
        String what = "\"%s\" does not say until which day.".formatted(valid);
        problems.add(pack.at(type, "valid"), "CRED-04", what, "Write it in calendar-days.");
      }
    }

    private void claims(CredentialType type, List<CredentialType.Claim> claims) {
      if (claims.isEmpty()) {
        String what = "\"%s\" says nothing.".formatted(type.id());
        problems.add(pack.at(type, "claims"), "CRED-05", what, "Give it at least one claim.");
      }
      Set<String> ids = new HashSet<>();
      for (CredentialType.Claim claim : claims) {
        id(claim, claim.id(), "CRED-06");
        if (!ids.add(claim.id()) || RESERVED.contains(claim.id())) {
          String what = "The claim id \"%s\" is taken.".formatted(claim.id());
          problems.add(pack.at(claim, "id"), "CRED-06", what, "Choose another id.");
        }
      }
    }

    private void id(Object in, String id, String code) {
      if (!id.matches(ID)) {
        String what = "\"%s\" is not an id.".formatted(id);
        String todo = "Write it in lower-case letters, digits and hyphens, like food-licence.";
        problems.add(pack.at(in, "id"), code, what, todo);
      }
    }
  }
}
