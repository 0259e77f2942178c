package dev.heddle.functions.lambda.glue;

import dev.heddle.functions.core.door.Door;
import java.util.List;
import java.util.function.Function;
import org.springframework.cloud.function.context.FunctionRegistration;
import org.springframework.cloud.function.context.catalog.FunctionTypeUtils;
import org.springframework.cloud.function.context.catalog.SimpleFunctionRegistry;
import org.springframework.cloud.function.json.JacksonMapper;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.messaging.Message;
import org.springframework.messaging.converter.ByteArrayMessageConverter;
import org.springframework.messaging.converter.CompositeMessageConverter;
import org.springframework.messaging.support.GenericMessage;
import tools.jackson.databind.json.JsonMapper;

/**
 * Spring Cloud Function's registry with one function in it, and no application context: nothing is
 * scanned, so a cold start pays for nothing but the unit.
 */
final class UnitRegistry {
  /**
   * Messages, for the registry would take bare bytes that look like JSON for a value to convert.
   */
  private static final ResolvableType MESSAGE =
      ResolvableType.forClassWithGenerics(Message.class, byte[].class);

  private final Function<Message<byte[]>, Message<byte[]>> function;

  UnitRegistry(String name, Door door) {
    var registry =
        new SimpleFunctionRegistry(
            new DefaultConversionService(),
            new CompositeMessageConverter(List.of(new ByteArrayMessageConverter())),
            new JacksonMapper(JsonMapper.shared()));
    Function<Message<byte[]>, Message<byte[]>> answer =
        event -> new GenericMessage<>(door.answer(event.getPayload()));
    registry.register(
        new FunctionRegistration<>(answer, name)
            .type(FunctionTypeUtils.functionType(MESSAGE.getType(), MESSAGE.getType())));
    function = registry.lookup(Function.class, name);
  }

  byte[] answer(byte[] event) {
    return function.apply(new GenericMessage<>(event)).getPayload();
  }
}
