package org.maraude.benchmarks.console;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A reviewer's script that goes on whatever is killed under it: it asks again with the same key
 * until it has an answer, and after a lost answer looks what it holds. One thread.
 */
final class StubbornReviewer {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int REFERS_ONE_IN = 20;
  private static final int OK = 200;
  private static final int NOTHING_FREE = 204;
  private static final int CONFLICT = 409;
  private static final int BROKEN = 500;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI house;
  private final String name;
  private final String token;
  private final Queue<Deed> history;
  private final AtomicLong order;
  private final AtomicLong unanswered;
  private final BooleanSupplier over;
  private final SplittableRandom random;

  /**
   * @param order one count for all reviewers
   * @param unanswered counts what no answer came to, or only that something broke
   * @param over whether everything is decided, or time is up
   */
  StubbornReviewer(
      URI house,
      String name,
      String token,
      Queue<Deed> history,
      AtomicLong order,
      AtomicLong unanswered,
      BooleanSupplier over,
      SplittableRandom random) {
    this.house = house;
    this.name = name;
    this.token = token;
    this.history = history;
    this.order = order;
    this.unanswered = unanswered;
    this.over = over;
    this.random = random;
  }

  void work() throws InterruptedException {
    while (!over.getAsBoolean()) {
      long begin = order.incrementAndGet();
      var answer = ask("POST", "/api/v1/queues/adult/claim", "", "");
      int status = answer.map(HttpResponse::statusCode).orElse(0);
      if (status == OK) {
        claimed(begin, JSON.readTree(answer.orElseThrow().body()));
        continue;
      }
      pause();
      // The claim may have been made although its answer never came.
      if (status != NOTHING_FREE || random.nextInt(4) == 0) {
        takeUpWhatIsMine();
      }
    }
    http.close();
  }

  private void takeUpWhatIsMine() throws InterruptedException {
    for (var item : mine()) {
      long begin = order.incrementAndGet();
      var again = ask("POST", "/api/v1/items/" + item + "/claim", "", "");
      if (again.isPresent() && again.get().statusCode() == OK) {
        claimed(begin, JSON.readTree(again.get().body()));
      }
    }
  }

  private List<String> mine() throws InterruptedException {
    var mine = new ArrayList<String>();
    var cursor = "";
    do {
      var answer = ask("GET", "/api/v1/queues/adult/items?status=CLAIMED" + cursor, "", "");
      if (answer.isEmpty() || answer.get().statusCode() != OK) {
        return mine;
      }
      var list = JSON.readTree(answer.get().body());
      for (var row : list.get("items")) {
        if (row.get("claim").get("mine").asBoolean()) {
          mine.add(row.get("id").asString());
        }
      }
      cursor = list.get("next").isNull() ? "" : "&cursor=" + list.get("next").asString();
    } while (!cursor.isEmpty());
    return mine;
  }

  private void claimed(long begin, JsonNode claim) throws InterruptedException {
    var item = UUID.fromString(claim.get("itemId").asString());
    long fence = claim.get("fence").asLong();
    history.add(
        new Deed(Deed.What.CLAIMED, item, name, fence, begin, order.incrementAndGet(), Deed.NONE));
    decide(item, fence, random.nextInt(REFERS_ONE_IN) == 0 ? "REFER" : "NO_CONCERN");
  }

  private void decide(UUID item, long fence, String outcome) throws InterruptedException {
    long begin = order.incrementAndGet();
    var key = name + "-" + item + "-" + fence;
    var json =
        "{\"fence\": %d, \"outcome\": \"%s\", \"reasons\": [\"MISREAD\"]}"
            .formatted(fence, outcome);
    while (!over.getAsBoolean()) {
      var answer = ask("POST", "/api/v1/items/" + item + "/decision", json, key);
      int status = answer.map(HttpResponse::statusCode).orElse(0);
      if (status == OK) {
        var id = UUID.fromString(JSON.readTree(answer.orElseThrow().body()).get("id").asString());
        history.add(
            new Deed(Deed.What.DECIDED, item, name, fence, begin, order.incrementAndGet(), id));
        return;
      }
      if (status == CONFLICT) {
        history.add(
            new Deed(
                Deed.What.REFUSED, item, name, fence, begin, order.incrementAndGet(), Deed.NONE));
        return;
      }
      pause();
    }
  }

  /** Empty when no answer came. */
  private Optional<HttpResponse<String>> ask(String method, String path, String json, String key)
      throws InterruptedException {
    var request =
        HttpRequest.newBuilder(house.resolve(path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(json));
    if (!key.isEmpty()) {
      request.header("Idempotency-Key", key);
    }
    try {
      var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= BROKEN) {
        unanswered.incrementAndGet();
      }
      return Optional.of(answer);
    } catch (IOException e) {
      unanswered.incrementAndGet();
      return Optional.empty();
    }
  }

  private static void pause() {
    LockSupport.parkNanos(PAUSE.toNanos());
  }
}
