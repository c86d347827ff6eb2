package org.yiwang.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.yiwang.page.RefusedException;

/** What browsers and programs get; how refusals look is the page module's business. */
class PlaceHttpTests {
  private final LayerFiles layers = new PlaceBeans().layerFiles(Yangpu.DISTRICT, Yangpu.GROUND);
  private final MockMvc http =
      MockMvcBuilders.standaloneSetup(new LayerPages(layers), new PlaceApi(Yangpu.PLACES))
          .setControllerAdvice(new Codes())
          .build();

  @ControllerAdvice
  static class Codes {
    @ExceptionHandler
    ResponseEntity<String> refused(RefusedException refused) {
      var refusal = refused.refusals().getFirst();
      return ResponseEntity.status(refusal.kind().http()).body(refusal.code());
    }
  }

  @Test
  void aLayerIsSentOnceAndThenKept() throws Exception {
    MvcResult first =
        http.perform(get("/place/layers/areas.geojson"))
            .andExpect(status().isOk())
            .andExpect(header().string("Content-Type", "application/geo+json"))
            .andExpect(header().string("Cache-Control", "max-age=3600, public"))
            .andExpect(jsonPath("$.features.length()").value(12))
            .andReturn();
    String tag = Objects.requireNonNull(first.getResponse().getHeader("ETag"));
    http.perform(get("/place/layers/areas.geojson").header("If-None-Match", tag))
        .andExpect(status().isNotModified());
  }

  @Test
  void aLayerIsSentCompressedToWhoTakesIt() throws Exception {
    MvcResult packed =
        http.perform(get("/place/layers/metro.geojson").header("Accept-Encoding", "gzip, br"))
            .andExpect(header().string("Content-Encoding", "gzip"))
            .andReturn();
    assertThat(packed.getResponse().getContentAsByteArray()[0]).isEqualTo((byte) 0x1f);
  }

  @Test
  void aLayerThatIsNoneIsMissing() throws Exception {
    http.perform(get("/place/layers/nothing.geojson")).andExpect(status().isNotFound());
  }

  @Test
  void placesAreFoundByWords() throws Exception {
    http.perform(get("/api/places").param("q", "杨浦公园"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.places[0].name.en").value("Yangpu Park"))
        .andExpect(jsonPath("$.places[0].lon").value(121.529));
    http.perform(get("/api/places")).andExpect(jsonPath("$.places.length()").value(0));
  }

  @Test
  void aPositionGivesItsStreetAndGrid() throws Exception {
    http.perform(get("/api/places/at").param("lon", "121.51007").param("lat", "31.29974"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.area.name.zh").value("五角场街道"))
        .andExpect(jsonPath("$.grid.code").isNotEmpty())
        .andExpect(jsonPath("$.assumed").value(false));
  }

  @ParameterizedTest
  @CsvSource({
    "121.4737, 31.2304, 404",
    "999, 31, 422",
    "NaN, 31, 422",
    "east, 31, 422",
    "'', '', 422",
    "31.3, 121.5, 422"
  })
  void aPositionOutsideOrImpossibleIsRefused(String lon, String lat, int answer) throws Exception {
    http.perform(get("/api/places/at").param("lon", lon).param("lat", lat))
        .andExpect(status().is(answer));
  }
}
