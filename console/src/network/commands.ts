/** What commands between nodes are called, by the type that travels. */
const names: Record<string, string | undefined> = {
  'instruction.Dispatched': '派单',
  'instruction.ReturnDecided': '退单审核结果',
  'instruction.RequestDecided': '申请审核结果',
  'instruction.ReplyReviewed': '答复审核结果',
  'instruction.Redo': '发回重办',
  'instruction.Cancelled': '撤销派办',
  'instruction.TicketConcluded': '办结通知',
  'instruction.TermsRecomputed': '时限重算',
  'instruction.OpinionsTold': '协办意见',
  'instruction.Urged': '催办、督办',
  'instruction.Supplemented': '诉求追加',
  'report.SignedFor': '签收',
  'report.Contacted': '联系诉求人',
  'report.ReturnRequested': '申请退单',
  'report.RequestMade': '申请',
  'report.RequestSigned': '申请签批',
  'report.Replied': '答复',
  'report.Planned': '办理计划',
  'report.StepFinished': '计划节点完成',
  'supervision.Stands': '督办',
  'supervision.Explained': '督办情况说明',
  'repeat.Told': '重复诉求提示',
};

export const commandName = (type: string): string => names[type] ?? type;
