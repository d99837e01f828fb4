// Made-up appeals and the units of a made-up city: what the fake node of development begins with.

/** Initials as the node computes them, of as many as development needs. */
const initials = /** @type {Record<string, string>} */ ({
  ...{ 市住建局: 'szjj', 市公安局: 'sgaj', 市人社局: 'srsj', 市教育局: 'sjyj', 市卫健委: 'swjw' },
  ...{ 市交通运输局: 'sjtysj', 市城管局: 'scgj', 西峰区: 'xfq', 庆城县: 'qcx', 环县: 'hx' },
  ...{ 供热: 'gr', 供水: 'gs', 噪声污染: 'zswr', 劳动报酬: 'ldbc' },
});

/** @param {string} code @param {string} name */
const listed = (code, name) => ({ code, name, initials: initials[name] ?? '' });

/** @param {string[]} pairs code and name in turn */
const named = (...pairs) =>
  pairs.flatMap((code, at) => (at % 2 === 0 ? [listed(code, pairs[at + 1] ?? code)] : []));

/** @param {string[]} pairs value and label in turn */
const choices = (...pairs) =>
  named(...pairs).map(({ code, name }) => ({ value: code, label: name }));

export const self = { code: '621000', name: '庆阳市', tier: 'CITY', shortName: '市12345热线' };

export const reference = {
  node: self,
  parent: { code: '620000', name: '甘肃省' },
  children: [
    { code: '621002', name: '西峰区', tier: 'DISTRICT' },
    { code: '621000F01', name: '人社分中心', tier: 'SUB_CENTER' },
  ],
  units: named(
    ...['ZJ', '市住建局', 'GA', '市公安局', 'RS', '市人社局', 'JY', '市教育局', 'WJ', '市卫健委'],
    ...['SJ', '市市场监管局', 'HB', '市生态环境局', 'JT', '市交通运输局', 'CG', '市城管局'],
    ...['SW', '市水务局', 'YB', '市医保局', 'MZ', '市民政局', 'GR', '市供热公司'],
  ),
  matters: [
    {
      ...{ code: '0101', name: '供热', path: '城乡建设 / 公用事业 / 供热' },
      suggestedAssignee: { kind: 'UNIT', code: 'GR', name: '市供热公司' },
    },
    { code: '0102', name: '供水', path: '城乡建设 / 公用事业 / 供水' },
    { code: '0201', name: '噪声污染', path: '生态环境 / 噪声污染' },
    { code: '0301', name: '劳动报酬', path: '劳动和社会保障 / 劳动报酬' },
    { code: '0401', name: '公共交通', path: '交通运输 / 公共交通' },
    { code: '0501', name: '占道经营', path: '城市管理 / 占道经营' },
  ],
  regions: named(
    ...['621000', '庆阳市', '621002', '西峰区', '621021', '庆城县', '621022', '环县'],
    ...['621023', '华池县', '621024', '合水县', '621025', '正宁县', '621026', '宁县'],
    ...['621027', '镇原县'],
  ),
  enums: {
    role: choices(
      ...['CALL_TAKER', '话务员', 'DISPATCHER', '派单员', 'REVIEWER', '审核员'],
      ...['FOLLOW_UP', '回访员', 'SUPERVISOR', '督办员', 'UNIT_HANDLER', '承办单位经办人'],
      ...['UNIT_PRINCIPAL', '单位主要领导', 'AUDITOR', '审计员', 'ADMIN', '管理员'],
    ),
    mergeMode: choices(
      ...['INDEPENDENT', '未归并', 'WHOLE_MERGE', '整体并入', 'DUAL_NUMBER', '双号并行'],
      ...['SUB_CENTER', '设分中心'],
    ),
    nodeKind: choices('CENTER', '12345中心', 'SUB_CENTER', '分中心', 'RECEIVER', '承接平台'),
    domain: choices('MARKET_REGULATION', '市场监管', 'PUBLIC_SERVICE', '公共服务'),
    category: choices(
      ...['CONSULTATION', '咨询', 'HELP', '求助', 'COMPLAINT', '投诉', 'REPORT', '举报'],
      ...['SUGGESTION', '建议', 'THANKS', '致谢', 'OTHER', '其他'],
    ),
    callTarget: choices(
      ...['NODE', '上下级热线', 'LINE', '其他热线', 'EXPERT', '专家座席', 'EMERGENCY', '紧急热线'],
    ),
    callHandling: choices(
      ...['OPEN', '进行中', 'ANSWERED', '直接解答', 'TICKET', '形成工单'],
      ...['TRANSFERRED', '呼叫转接', 'ABANDONED', '未接通', 'TRANSFER_FAILED', '转接失败'],
    ),
    noticeKind: choices('ACCEPTED', '受理告知', 'PROGRESS', '进度告知', 'ANSWERED', '办理结果'),
    noticeState: choices('PENDING', '待发送', 'SENT', '已发送', 'FAILED', '发送失败'),
    abuseGround: choices('HARASSMENT', '恶意骚扰', 'THREAT', '威胁恐吓'),
    withheldCase: choices('OWN_HISTORY', '查询个人历史诉求', 'EVIDENCE', '依法须举证'),
    orderRole: choices('LEAD', '主办', 'CO', '协办'),
    supervisionTool: choices('NOTICE', '督办通知（单）', 'INTERVIEW', '约谈提醒'),
    supervisionTrigger: choices('MANUAL', '人工立项', 'OVERDUE', '逾期未办结'),
    supervisionState: choices('ISSUED', '待说明', 'EXPLAINED', '说明待审', 'CLOSED', '已办结'),
    contactWay: choices('CALL', '电话', 'VISIT', '上门', 'OTHER', '其他方式'),
    contactResult: choices('REACHED', '已联系上', 'UNREACHED', '未联系上'),
    urgency: choices(
      'GENERAL',
      '一般',
      'URGENT',
      '紧急',
      'LIVELIHOOD',
      '基本生活保障',
      'COMPLEX',
      '复杂疑难',
    ),
    channel: choices(
      'PHONE',
      '电话',
      'WEB',
      '网站',
      'WECHAT',
      '微信',
      'APP',
      '手机应用',
      'SMS',
      '短信',
    ),
    refusalGround: choices(
      ...[
        'OUT_OF_TERRITORY',
        '非本市行政管辖权范围',
        'LEGAL_PROCEDURE',
        '须通过诉讼、仲裁等程序解决',
      ],
      ...['SECRETS', '涉及国家秘密、商业秘密、个人隐私', 'EMERGENCY', '属于紧急热线受理范围'],
      ...['ABUSE', '恶意侮辱、诽谤或者重复提出', 'VAGUE', '诉求事项不清，无法调查'],
      ...['DUPLICATE_IN_HANDLING', '同一诉求正在办理期限内', 'OTHER', '法律法规规定的其他情形'],
    ),
  },
};

/** title, content, category, urgency, matter, region, place */
export const appeals = [
  [
    '小区暖气不热，室温不到16度',
    '我家住西峰区南大街某小区3号楼，供暖已经一周，室温一直不到16度。家里有老人和小孩，多次联系物业和供热公司，都说正在排查，至今没有解决，请尽快处理。',
    'HELP',
    'URGENT',
    0,
    1,
    '南大街某小区3号楼',
  ],
  [
    '工地夜间施工噪声扰民',
    '九龙路北侧工地每天夜里12点后仍在浇筑混凝土，声音很大，周边居民无法休息。',
    'COMPLAINT',
    'GENERAL',
    2,
    1,
    '九龙路北侧工地',
  ],
  [
    '咨询城乡居民医保缴费截止时间',
    '想问明年的城乡居民医保什么时候截止缴费，在外地怎么缴。',
    'CONSULTATION',
    'GENERAL',
    null,
    0,
    null,
  ],
  [
    '公交5路晚班车间隔过长',
    '晚上8点以后5路车要等40多分钟，建议增加班次，方便下晚自习的学生。',
    'SUGGESTION',
    'GENERAL',
    4,
    1,
    '5路公交沿线',
  ],
  [
    '某装修公司拖欠工资',
    '我们8个人给一家装修公司干活，干完三个月了还欠工资，老板不接电话。',
    'COMPLAINT',
    'LIVELIHOOD',
    3,
    2,
    '庆城县城',
  ],
  [
    '早市占道经营，消防通道堵塞',
    '早市摊位摆到小区消防通道上，救护车进不来，希望规范管理。',
    'REPORT',
    'GENERAL',
    5,
    1,
    '西街早市',
  ],
  ['自来水水压不足', '六楼住户早晚高峰基本没水。', 'HELP', 'LIVELIHOOD', 1, 3, '环县县城某小区'],
  [
    '感谢街道工作人员上门办理高龄补贴',
    '工作人员上门帮老人办好了高龄补贴，非常感谢。',
    'THANKS',
    'GENERAL',
    null,
    1,
    '西街街道',
  ],
];
