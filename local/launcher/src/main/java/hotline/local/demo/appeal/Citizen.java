package hotline.local.demo.appeal;

import org.jspecify.annotations.Nullable;

/** Who appeals: the personal part of an appeal. */
public record Citizen(
    @Nullable String name, @Nullable String phone, @Nullable String address, boolean anonymous) {}
