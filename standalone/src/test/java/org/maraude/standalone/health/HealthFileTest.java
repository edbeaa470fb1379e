package org.maraude.standalone.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthFileTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

  /** Asked and answered one question at a time, so that a test knows what the file has seen. */
  private static final class Service implements BooleanSupplier {

    private final Semaphore asked = new Semaphore(0);
    private final Semaphore mayAnswer = new Semaphore(0);
    private volatile BooleanSupplier state = () -> true;

    @Override
    public boolean getAsBoolean() {
      asked.release();
      mayAnswer.acquireUninterruptibly();
      return state.getAsBoolean();
    }

    /** Returns when the answer has reached the file: the next question is there. */
    void answers(BooleanSupplier answer) throws InterruptedException {
      state = answer;
      awaitQuestion();
      mayAnswer.release();
      awaitQuestion();
      asked.release();
    }

    private void awaitQuestion() throws InterruptedException {
      assertThat(asked.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @TempDir private Path folder;
  private Path file = Path.of("unset");
  private final Service service = new Service();

  @BeforeEach
  void inAFolderThatIsNotThereYet() {
    file = folder.resolve("state").resolve("healthy");
  }

  private HealthFile start() throws IOException {
    return HealthFile.start(folder.resolve("state"), service, CLOCK, Duration.ofMillis(1));
  }

  private void stop(HealthFile started) {
    service.mayAnswer.release(1_000_000);
    started.close();
  }

  @Test
  void aHealthyServiceHasAFileAsYoungAsTheClock() throws Exception {
    var started = start();
    service.answers(() -> true);
    assertThat(Files.getLastModifiedTime(file).toInstant()).isEqualTo(CLOCK.instant());
    stop(started);
  }

  @Test
  void aServiceThatIsNoLongerHealthyHasNone() throws Exception {
    var started = start();
    service.answers(() -> true);
    service.answers(() -> false);
    assertThat(file).doesNotExist();
    stop(started);
  }

  @Test
  void aServiceThatCannotSayHasNoneUntilItCan() throws Exception {
    var started = start();
    service.answers(() -> true);
    service.answers(() -> {
      throw new IllegalStateException("no answer");
    });
    assertThat(file).doesNotExist();
    service.answers(() -> true);
    assertThat(file).exists();
    stop(started);
  }

  @Test
  void whatAKilledProcessLeftIsGoneBeforeTheFirstQuestionIsAnswered() throws Exception {
    Files.createDirectories(file.getParent());
    Files.createFile(file);
    var started = start();
    assertThat(file).doesNotExist();
    stop(started);
  }

  @Test
  void aStoppedServiceHasNone() throws Exception {
    var started = start();
    service.answers(() -> true);
    assertThat(file).exists();
    stop(started);
    assertThat(file).doesNotExist();
  }
}
