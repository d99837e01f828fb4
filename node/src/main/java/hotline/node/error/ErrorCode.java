package hotline.node.error;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every way in which a request can be turned down. The number goes over the wire between nodes of
 * different versions, so it never changes and is never used again; the name is what the HTTP
 * interface shows.
 */
public enum ErrorCode {
  /** A field is missing, too long or malformed. */
  INVALID_INPUT(100, Kind.INPUT, "输入有误"),
  /** An appeal lacks an element that the policy demands (INT-09). */
  INTAKE_INCOMPLETE(101, Kind.INPUT, "受理要素不全"),
  /** A command or record of a kind that this version does not know. */
  UNKNOWN_TYPE(102, Kind.INPUT, "无法识别的类型"),

  UNAUTHENTICATED(200, Kind.UNAUTHENTICATED, "未登录"),
  FORBIDDEN(201, Kind.FORBIDDEN, "没有权限"),
  TOO_MANY_ATTEMPTS(202, Kind.THROTTLED, "尝试过于频繁"),
  /** A peer asked for something that its place in the tree does not allow. */
  NOT_A_NEIGHBOUR(203, Kind.FORBIDDEN, "不是上下级节点"),

  NOT_FOUND(300, Kind.MISSING, "未找到"),
  UNKNOWN_ASSIGNEE(301, Kind.RULE, "派办对象不存在"),
  NO_SUCH_ORDER(302, Kind.MISSING, "没有这条派办"),
  NO_PARENT(303, Kind.RULE, "没有上级节点"),

  /** The state of the ticket or assignment does not allow the action. */
  STATE_FORBIDS(400, Kind.CONFLICT, "当前状态不允许"),
  /** Somebody else changed it since it was read. */
  STALE_VERSION(401, Kind.CONFLICT, "内容已有变动"),
  /** The entity belongs to another node; only its owner changes it. */
  NOT_OWNER(402, Kind.CONFLICT, "不归本节点管理"),
  ALREADY_EXISTS(403, Kind.CONFLICT, "已存在"),
  /** Work that was sent down has not been answered and accepted yet. */
  ORDERS_OUTSTANDING(404, Kind.CONFLICT, "尚有派办未办结"),

  /** Exactly one lead unit is needed (DSP-02). */
  LEAD_UNIT_RULE(500, Kind.RULE, "主办单位须且只能有一个"),
  /** The same assignee twice, or an order back to where the work came from. */
  ASSIGNEE_RULE(501, Kind.RULE, "派办对象不合规"),
  /** A refusal without a ground of the policy, or without guidance (ACC-12). */
  REFUSAL_RULE(502, Kind.RULE, "不予受理不合规"),
  /** Reason, basis and suggested receiver are all needed (LIF-05). */
  RETURN_RULE(503, Kind.RULE, "退单不合规"),
  /** Within the limit, with a reason, citizen informed, at most once the limit (LIF-09). */
  EXTENSION_RULE(504, Kind.RULE, "延期不合规"),
  /** A reply needs content, and the citizen must have been contacted (RVS-01). */
  REPLY_RULE(505, Kind.RULE, "答复不合规"),
  /** A redo is for the unit's fault only (RVS-09). */
  REDO_RULE(506, Kind.RULE, "重办不合规"),
  /** A rating or a closure that the follow-up rules do not allow (RVS-06 to RVS-10). */
  FOLLOW_UP_RULE(507, Kind.RULE, "回访办结不合规"),
  /** A timer fired before its time. */
  TOO_EARLY(508, Kind.RULE, "时限未到"),
  /** A rejection or a supervision without a word of explanation. */
  OPINION_MISSING(509, Kind.RULE, "须说明意见"),

  /** A hotline number that may not be set up, renamed or merged so (TOP-04, TOP-09). */
  LINE_RULE(520, Kind.RULE, "热线归并不合规"),
  /** A call-back that is not worked off as it should be (TOP-16). */
  CALL_RULE(521, Kind.RULE, "话务处理不合规"),
  /**
   * A restriction without ground, beyond the policy's longest, or of somebody restricted (ABU-01).
   */
  ABUSE_RULE(522, Kind.RULE, "限制措施不合规"),
  /** The caller is restricted at present (ABU-01). */
  CALLER_RESTRICTED(523, Kind.RULE, "来电人处于限制期"),
  /** What a department's system pushed does not fit what it pushed before (XTR-04). */
  EXCHANGE_RULE(524, Kind.RULE, "接口数据不合规"),
  /** A request that the policy does not know, whose needs are not met, or not his to sign. */
  REQUEST_RULE(540, Kind.RULE, "申请不合规"),
  /** The citizen has to be visited first (LIF-17). */
  VISIT_MISSING(541, Kind.RULE, "须先上门"),
  NO_SUCH_REQUEST(542, Kind.MISSING, "没有这项申请"),
  /** Only unanswered work of the same assignee can be merged (LIF-15). */
  MERGE_RULE(543, Kind.RULE, "并案不合规"),
  /** A rating that may not be left out of the rate, or not by this person (RVS-11). */
  SCREENING_RULE(560, Kind.RULE, "甄别不合规"),
  /**
   * A supervision by a means, against somebody or at a time that the rules do not allow (SUP-01 to
   * SUP-08).
   */
  SUPERVISION_RULE(561, Kind.RULE, "督办不合规"),
  /** An answer with words that somebody has to check for secrets first (SEC-04). */
  SECRECY_RULE(562, Kind.RULE, "须作保密审查"),
  /** What is still missing in the archive has not been said (SEC-06). */
  ARCHIVE_RULE(563, Kind.RULE, "归档不合规"),
  /** A plan without steps in order, or more time for what is hard without one (RVS-18). */
  PLAN_RULE(580, Kind.RULE, "办理计划不合规"),

  /** A file of a kind or size that is not taken in, or one too many. */
  ATTACHMENT_RULE(590, Kind.RULE, "附件不合规"),
  /** What a neighbour sent of a file is not what was attached. */
  ATTACHMENT_DAMAGED(591, Kind.UNAVAILABLE, "附件校验不符"),

  /** A neighbour node cannot be reached at present. */
  PEER_UNAVAILABLE(600, Kind.UNAVAILABLE, "对方节点暂不可达"),
  /** A command was cancelled by a person before it could be delivered. */
  COMMAND_CANCELLED(601, Kind.CONFLICT, "指令已被人工撤销"),

  INTERNAL(900, Kind.FAULT, "内部错误"),
  UNAVAILABLE(901, Kind.UNAVAILABLE, "服务暂不可用");

  /** What sort of refusal it is; mapped once to HTTP and once to gRPC. */
  public enum Kind {
    INPUT,
    UNAUTHENTICATED,
    FORBIDDEN,
    THROTTLED,
    MISSING,
    CONFLICT,
    RULE,
    UNAVAILABLE,
    FAULT
  }

  private static final Map<Integer, ErrorCode> BY_NUMBER =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(ErrorCode::number, Function.identity()));

  private final int number;
  private final Kind kind;
  private final String label;

  ErrorCode(int number, Kind kind, String label) {
    this.number = number;
    this.kind = kind;
    this.label = label;
  }

  public int number() {
    return number;
  }

  public Kind kind() {
    return kind;
  }

  /** A short Chinese title; the message of the case says what was given and what was expected. */
  public String label() {
    return label;
  }

  /** The code with this number, empty when a newer node has sent one that is not known here. */
  public static Optional<ErrorCode> ofNumber(int number) {
    return Optional.ofNullable(BY_NUMBER.get(number));
  }
}
