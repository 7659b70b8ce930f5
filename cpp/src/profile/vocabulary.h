// The vocabulary: units, cue words, indicators and identities, shared by all profiles. Plain data, read from JSON.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace gouji::profile {

/// What a cue word does in the grammar. A word may do several things; the lexicon keeps a set of them.
enum class WordClass : std::uint8_t {
  announce,         // 其中: the parts of the amount before it follow
  announce_open,    // 包括: parts follow, perhaps not all of them
  announce_partial, // 主要包括: some parts follow; never a sum
  et_cetera,        // 等
  total,            // 合计: the amount of what was listed before it
  compare,          // 较, 比, 同比: a change against another period or basis
  increase,         // 增加
  decrease,         // 减少
  share,            // 占
  rate,             // 执行率, 完成率
  average,          // 人均, 每人
  purpose,          // 用于: amounts after it are details of the amount before it
  beyond,           // 超过, 超出: the amount after it is a target that was exceeded
  target,           // 目标, 任务
  about,            // 约
  over,             // 超
  under,            // 不足
  at_least,         // 不少于
  at_most,          // 不超过
  fixed,            // 一系列: looks like a numeral with a counter and is none
  budget,           // 预算
  adjusted_budget,  // 调整后预算
  actual,           // 决算, 实际
  current_period,   // 本年
  previous_period,  // 上年
  cumulative,       // 累计
  neutral,          // 单位, 部门整体: says nothing about what is measured
  tail,             // 情况, 数: may stand between an indicator and its number
  generic,          // 经费, 项目: too general to identify an amount
  event,            // 发放, 开展: what follows is counted per occasion
  organization,     // 局, 协会: ends the name of a body
  topic,            // 项目, 资金: ends the name of something that has amounts of its own
  listing,          // 如下, 以下: announces a list
  attribute,        // 党员: a group that overlaps others
  valuation,        // 原值, 净值: amounts on two of them are never added
  below,            // 低于
  within,           // 控制在…以内
  list_noun,        // 问题, 措施: what a list is announced of
  office_noun,      // 股室: a list of names before the number is complete
  staff_category,   // 行政, 事业: kinds of posts within one body
  opening,          // 年初: turns a balance into the opening one
  besides,          // 另有: what follows is not a part any more
  composed,         // 构成: closes 由…
  arrive,           // 降至, 扩大到: ends a change that began with 由
  execution,        // 执行率, 支付率, 到位率: a rate of money on its way from budget to spending
  allotted,         // 安排, 下达: money that is to be spent
  remainder,        // 剩余, 未完成: what is left of a whole when what was done is taken away
  norm,             // 上限, 控制指标: an amount that others are measured against
  reach,            // 达到: the target behind it was reached
  held,             // 实有, 保有: what there is, beside how much there may be
  rest,             // 其余: what is not listed
  back,             // 上述, 以上: takes up what was told
  forecast,         // 预计: what is expected, and not yet so
  due,              // 应: what should be done, of which some was
  sample,           // 抽检, 问卷: things that were looked at, of which a rate is told
  net,              // 净增, 相抵: what several changes come to
  at_begin,         // 年初, 期初: what there was before the flows of the year
  at_end,           // 年末, 期末: what there is behind them
  inflow,           // 新增, 招录: adds to what there was
  outflow,          // 报废, 退休: takes from it
  adding,           // 追加, 加上: enters what is reckoned together
  taking,           // 收回, 扣除: leaves it
  count_,
};
constexpr std::size_t word_class_count = static_cast<std::size_t>(WordClass::count_);

enum class UnitKind : std::uint8_t { money, count, percent, permille, point, score, area, length, weight, duration, other };

/// A printed unit: value in `base` = printed value * 10^exponent.
struct Unit {
  std::u16string name;
  std::u16string base;
  UnitKind kind = UnitKind::count;
  int exponent = 0;
  bool digits_only = false;  // too ordinary a word to follow a Chinese numeral: 分, 面, 科
};

/// An indicator with the names under which reports print it.
struct Concept {
  std::string id;
  std::u16string name;                   // canonical name, shown to users
  std::vector<std::u16string> synonyms;  // without `name`
  UnitKind kind = UnitKind::money;
  bool stock = false;                    // lends its name to no spending below its heading: 结转结余, 资产
  bool of_spending = false;              // a general word for money to be spent or spent
  bool source = false;                   // a source of funds: what stands below its heading is of that source
  bool generic = false;                  // 支出, 预算: of whatever the words around it name
  int enters = 0;                        // 收入 (1) comes into a balance, 支出 (-1) goes out of it
  bool closes = false;                   // 结余, 调整后预算: what a balance comes to
};

/// A member of an identity: any of the indicators, on the given basis ("" for the basis of the result).
struct Term {
  std::vector<std::uint16_t> concepts;   // indexes into Vocabulary::concepts
  std::string basis;
  int sign = 1;
  bool optional = false;
};

enum class Reach : std::uint8_t { sentence, block, section, document };

/// result = sum of sign * term, wherever all required terms are stated for one scope, period and basis.
struct Identity {
  std::string id;
  std::string kind;       // sum, balance, restatement, comparison; part: what a share without a base may be of;
                          // cover: spending of one fund told beside its income, with no balance told;
                          // deficit: the same, told only where it is violated
  Term result;
  std::vector<Term> terms;
  Reach reach = Reach::document;
  bool proof = false;     // a violation is proved by the text (error), not only questionable (warning)
};

/// A heading that announces `word` is kept by any of `kept_by` below it.
struct Promise {
  std::u16string word;
  std::vector<std::u16string> kept_by;
};

/// Words that name one thing in headings: 问题, 不足, 短板.
struct Theme {
  std::string id;
  std::vector<std::u16string> words;
};

/// Words about the parts of a report; they are searched for, and are no words of the grammar.
struct PartWords {
  std::vector<std::u16string> empty;      // that say nothing in a heading: 部门, 情况, 的
  std::vector<std::u16string> none;       // 无, 暂无: an answer that says there is nothing
  std::vector<std::u16string> none_objects;  // of what: 无[政府性基金预算支出]
  std::vector<std::u16string> promised_beside;  // what a heading names before a promise: 问题[及建议]
  std::vector<Promise> promises;
  std::vector<Theme> themes;
  std::vector<std::u16string> other_themes;     // 上年度: a heading with one tells of no part of this report
  std::vector<std::u16string> beside_themes;    // that add nothing to one: 存在的[问题]及原因分析
};

/// Words in the heads and row names of tables; they are searched for, and are no words of the grammar. A head is of a
/// kind where it ends in one of its words.
struct TableWords {
  std::vector<std::u16string> serial;      // 序号, 科目编码: numbers that name rows and measure nothing
  std::vector<std::u16string> name;        // 项目名称: the column that names the row, where several might
  std::vector<std::u16string> remark;      // 备注: words behind the numbers, which name no row
  std::vector<std::u16string> form;        // 项目名称: the cell behind it says what the table is about
  std::vector<std::u16string> subtotal, total, grand;  // 小计, 合计, 总计, from the smallest to the largest
  std::vector<std::u16string> score_total; // 总分
  std::vector<std::u16string> among;       // 其中
  std::vector<std::u16string> rate, share, change, change_rate;  // 执行率, 占比, 增减额, 增减率
  std::vector<std::u16string> price, number, product;  // 单价, 数量, 金额
  std::vector<std::u16string> weight, score;           // 分值, 得分
  std::vector<std::u16string> proportion;  // 按比例: a score is its weight times a rate
  std::vector<std::u16string> average;     // 人均: never added
  std::vector<std::u16string> adjustment, adjust_up, adjust_down;  // what leads from the first budget to the adjusted one
  std::vector<std::u16string> counted;     // 人数: counted, whatever the unit of the table's money
  std::vector<std::u16string> planned, reached;        // 目标值, 完成值
  std::vector<std::u16string> planned_first, done_first, left_first;  // 应, 实, 未: before what was to be done, what was, and what was not
  std::vector<std::u16string> quota, staff;            // 编制数, 实有数
  std::vector<std::u16string> rate_ending;             // 率, 进度: behind what a rate is of
  std::vector<std::u16string> opening, came_in, went_out, final;  // 年初数, 本年增加, 本年减少, 年末数: beginnings of heads, but ends of the two between
  std::vector<std::u16string> done, left, lost;        // 支出数, 结余, 扣分
  std::vector<std::u16string> funds, fund; // 年度资金总额 and the rows that make it up
  std::vector<std::u16string> unit;        // 单位: the unit of the table stands behind it
  std::vector<std::u16string> title;       // 情况表: what a title says beside its subject
};

/// Phrases that are searched for in clauses; they are no words of the grammar.
struct Phrases {
  std::vector<std::u16string> used_up;   // 没有结余, 全部支付: the amount before it is all of what was to be spent
  std::vector<std::u16string> vacant;    // 空编, 空缺: posts that nobody holds
};

/// Words about lists; they are searched for, and are no words of the grammar.
struct ListWords {
  std::vector<std::u16string> among;       // 其中: announces parts, perhaps not all of them
  std::vector<std::u16string> rest;        // 其余: the last part, or what a list leaves out
  std::vector<std::u16string> sums;        // 合计: ends the name of an amount that its parts make up
  std::vector<std::u16string> halves;      // 男, 女: in pairs, the two kinds of a whole
  std::vector<std::u16string> standing;    // 余额, 盈余: ends the name of what a balance comes to
};

struct Vocabulary {
  std::vector<Unit> units;
  std::vector<std::vector<std::u16string>> words = std::vector<std::vector<std::u16string>>(word_class_count);
  std::vector<Concept> concepts;
  std::vector<Identity> identities;
  PartWords parts;
  TableWords tables;
  Phrases phrases;
  ListWords lists;
};

}  // namespace gouji::profile
