package org.maraude.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the service works, for whoever asks; no detail. */
@RestController
@RequestMapping("/api/v1/health")
@Tag(name = "health")
class HealthApi {

  record Health(String status) {}

  private final JdbcClient sql;

  HealthApi(JdbcClient sql) {
    this.sql = sql;
  }

  @GetMapping
  @Operation(summary = "UP, or 503 and DOWN")
  @SecurityRequirements
  ResponseEntity<Health> health() {
    try {
      sql.sql("select 1").query(Integer.class).single();
      return ResponseEntity.ok(new Health("UP"));
    } catch (DataAccessException e) {
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(new Health("DOWN"));
    }
  }
}
