// The words of the search panel, which CodeMirror speaks in English.

import type { Labels } from "./labels";

const ZH: Record<string, string> = {
  Find: "查找", Replace: "替换", next: "下一个", previous: "上一个", all: "全部", "match case": "区分大小写", regexp: "正则", "by word": "整词",
  replace: "替换", "replace all": "全部替换", close: "关闭", "current match": "当前匹配", "replaced $ matches": "已替换 $ 处", "replaced match on line $": "已替换第 $ 行", "on line": "行",
  "Go to line": "转到行", go: "转到", "Control character": "控制字符", "Selection deleted": "已删除所选", Completions: "已知数值",
};

export const phrases = (labels: Labels): Record<string, string> => (labels.problems === "问题" ? ZH : {});
