package hotline.node.access;

import hotline.node.NodeSettings;
import hotline.node.classification.Role;
import hotline.node.reference.HandlingUnit;
import hotline.node.reference.ReferenceData;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives a new node its first accounts: the administrator, and for a demonstration one user of each
 * role and one for each handling unit, all with the first password that the node was given.
 */
@Singleton
@Requires(property = "hotline.node.admin-password", pattern = ".+")
class AccountSeed {

  private final NodeSettings settings;
  private final ReferenceData reference;
  private final AppUsers users;
  private final Passwords passwords;

  AccountSeed(NodeSettings settings, ReferenceData reference, AppUsers users, Passwords passwords) {
    this.settings = settings;
    this.reference = reference;
    this.users = users;
    this.passwords = passwords;
  }

  @EventListener
  void onStartup(StartupEvent event) {
    String password = settings.getAdminPassword().orElse("");
    if (password.isEmpty() || users.count() > 0) {
      return;
    }
    List<AppUser> seeded = new ArrayList<>();
    seeded.add(user("admin", "管理员", Role.ADMIN, null));
    if (settings.isDemoUsers()) {
      seeded.add(user("huawu", "话务员", Role.CALL_TAKER, null));
      seeded.add(user("paidan", "派单员", Role.DISPATCHER, null));
      seeded.add(user("shenhe", "审核员", Role.REVIEWER, null));
      seeded.add(user("huifang", "回访员", Role.FOLLOW_UP, null));
      seeded.add(user("duban", "督办员", Role.SUPERVISOR, null));
      seeded.add(user("shenji", "审计员", Role.AUDITOR, null));
      seeded.add(user("lingdao", "值班领导", Role.LEADER, null));
      seeded.add(user("falv", "法律顾问", Role.LEGAL_COUNSEL, null));
      seeded.add(user("bangongshi", "领导小组办公室", Role.OFFICE, null));
      seeded.add(user("zhengce", "政策专员", Role.POLICY_SPECIALIST, null));
      for (HandlingUnit unit : reference.units()) {
        seeded.add(
            user("unit-" + unit.code(), unit.name() + "经办人", Role.UNIT_HANDLER, unit.code()));
        seeded.add(
            user("deputy-" + unit.code(), unit.name() + "分管领导", Role.UNIT_DEPUTY, unit.code()));
        seeded.add(
            user("leader-" + unit.code(), unit.name() + "主要领导", Role.UNIT_PRINCIPAL, unit.code()));
      }
    }
    // one hash for all of them: they have the same password, and a hash takes its time on purpose
    String hash = passwords.hash(password);
    users.saveAll(seeded.stream().map(user -> withHash(user, hash)).toList());
  }

  private static AppUser user(String name, String display, Role role, @Nullable String unit) {
    return new AppUser(null, name, display, "", role.name(), unit, 0, null, "", "", 1, false);
  }

  private static AppUser withHash(AppUser user, String hash) {
    return new AppUser(
        null,
        user.username(),
        user.displayName(),
        hash,
        user.roles(),
        user.unit(),
        0,
        null,
        "",
        "",
        1,
        false);
  }
}
