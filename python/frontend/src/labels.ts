// The words of the page, Chinese and English.

const zh = {
  problems: "问题", outline: "结构", relations: "勾稽", quantities: "数据",
  error: "错误", warning: "警告", info: "提示", all: "全部", dismissed: "已忽略",
  figures: "数字", parts: "要件", numbering: "序号", text: "文字",
  connecting: "连接中…", checking: "校核中…", checked: "已校核", busy: "内核忙，文字不会丢失", lost: "与内核断开，文字仍在此处，可复制",
  readonly: "已在另一窗口打开，此处只读", composing: "输入法组字中…",
  apply: "改正", insert: "插入", dismiss: "忽略", restore: "恢复", jump: "定位", candidates: "可能的改法", related: "相关之处",
  checkAll: "校核全文", hideAbsent: "只查已写部分", save: "保存", saved: "已保存", find: "查找", panel: "侧栏",
  line: "行", column: "列", characters: "字", covered: "已勾稽", of: "/", quantitiesUnit: "个数字",
  noFindings: "没有发现问题", noHeadings: "还没有标题", noRelations: "还没有可核对的数字", noQuantities: "还没有识别到指标",
  relation: "关系", expected: "应为", printed: "实为", difference: "差", status: "结论",
  indicator: "指标", period: "期间", value: "数值", places: "处数",
  holds: "相符", rounding: "尾差", violated: "不符",
  refused: "该处文字已变，未作修改", kindHelp: "点击一行查看其数字",
  editor: "报告正文", side: "校核结果", severity: "级别", group: "类别", calculation: "计算", close: "关闭",
  sum: "合计", balance: "平衡", share: "占比", rate: "比率", change: "增减", restatement: "前后一致", product: "乘积", count: "计数",
  comparison: "比较", score: "得分", row: "表格行", column_: "表格列", renumber: "重排标题序号", renumbered: "已重排 $ 处序号", inOrder: "序号没有断开或重复，无需重排", known: "已知", placesAt: "处", unstated: "文中未写",
};

export type Labels = typeof zh;

const en: Labels = {
  problems: "Problems", outline: "Outline", relations: "Relations", quantities: "Data",
  error: "Error", warning: "Warning", info: "Hint", all: "All", dismissed: "Dismissed",
  figures: "Figures", parts: "Parts", numbering: "Numbering", text: "Text",
  connecting: "Connecting…", checking: "Checking…", checked: "Checked", busy: "Kernel busy; your text is safe", lost: "Disconnected from the kernel; the text is still here to copy",
  readonly: "Open in another window; read-only here", composing: "Composing…",
  apply: "Correct", insert: "Insert", dismiss: "Dismiss", restore: "Restore", jump: "Go to", candidates: "Possible corrections", related: "Related places",
  checkAll: "Check the whole", hideAbsent: "Check what is written", save: "Save", saved: "Saved", find: "Find", panel: "Panel",
  line: "Ln", column: "Col", characters: "characters", covered: "tied", of: "of", quantitiesUnit: "figures",
  noFindings: "No problems found", noHeadings: "No headings yet", noRelations: "No figures to compare yet", noQuantities: "No indicators recognised yet",
  relation: "Relation", expected: "Expected", printed: "Printed", difference: "Difference", status: "Verdict",
  indicator: "Indicator", period: "Period", value: "Value", places: "Places",
  holds: "agrees", rounding: "tail", violated: "differs",
  refused: "The text there has changed; nothing was corrected", kindHelp: "Click a row to see its figures",
  editor: "Text of the report", side: "Findings", severity: "Severity", group: "Group", calculation: "Calculation", close: "Close",
  sum: "sum", balance: "balance", share: "share", rate: "rate", change: "change", restatement: "restatement", product: "product", count: "count",
  comparison: "comparison", score: "score", row: "table row", column_: "table column", renumber: "Renumber headings", renumbered: "$ numbers changed", inOrder: "The numbers are in order", known: "known", placesAt: "places", unstated: "not in the text",
};

export const labels = (language: string): Labels => (language === "en" ? en : zh);
