package hotline.node.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A code list in both its forms, matched by name: {@code HELP} is {@code CATEGORY_HELP}. A number
 * that this version does not know reads as the domain's stand-in for the unknown.
 */
final class EnumWire<D extends Enum<D>, P extends Enum<P>> {

  private final List<P> protoByDomain;
  private final List<D> domainByProto;

  /**
   * @param proto the first is the unspecified one, which stands for {@code unknown}
   */
  EnumWire(D[] domain, P[] proto, D unknown) {
    String prefix = proto[0].name().substring(0, proto[0].name().length() - "UNSPECIFIED".length());
    Map<String, P> protoByName =
        Arrays.stream(proto).collect(Collectors.toMap(Enum::name, Function.identity()));
    Map<String, D> domainByName =
        Arrays.stream(domain).collect(Collectors.toMap(Enum::name, Function.identity()));
    protoByDomain =
        Arrays.stream(domain)
            .map(
                value -> {
                  P match = protoByName.get(prefix + value.name());
                  if (match == null && value != unknown) {
                    throw new IllegalStateException("the schema has no " + prefix + value.name());
                  }
                  return match == null ? proto[0] : match;
                })
            .toList();
    domainByProto =
        Arrays.stream(proto)
            .map(
                value ->
                    value.name().startsWith(prefix)
                        ? domainByName.getOrDefault(
                            value.name().substring(prefix.length()), unknown)
                        : unknown)
            .toList();
  }

  P toProto(D value) {
    return protoByDomain.get(value.ordinal());
  }

  D toDomain(P value) {
    return domainByProto.get(value.ordinal());
  }
}
