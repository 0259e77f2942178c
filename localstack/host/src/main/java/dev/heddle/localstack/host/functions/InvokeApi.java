package dev.heddle.localstack.host.functions;

import java.util.List;
import java.util.NoSuchElementException;

/** The hosted functions as Lambda's Invoke API sees them. */
public final class InvokeApi implements dev.heddle.localstack.aws.services.functions.LambdaHost {
  private static final int MEMORY_MB = 1024;

  private final LocalFunctions functions;

  /** The API over these functions. */
  public InvokeApi(LocalFunctions functions) {
    this.functions = functions;
  }

  @Override
  public List<Function> functions() {
    return functions.all().stream().map(this::described).toList();
  }

  private Function described(HostedFunction function) {
    return new Function(
        functions.name(function),
        "",
        function.unit().getClass().getName(),
        (int) function.timeout().toSeconds(),
        MEMORY_MB);
  }

  @Override
  public byte[] invoke(Invocation invocation) {
    return functions
        .find(invocation.function())
        .orElseThrow(() -> new NoSuchElementException(invocation.function()))
        .call(invocation.payload());
  }
}
