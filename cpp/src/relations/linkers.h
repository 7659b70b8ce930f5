// The linkers: one for each way in which a text ties quantities. Each is a pure function of the document view.

#pragma once

#include <vector>

#include "relations/relation.h"

namespace gouji::relations {

/// Sums announced by words or structure: 其中, brackets, nested lists, following lines, sub-headings, 合计 behind its parts.
void link_lists(const DocumentView& document, std::vector<Relation>& relations);

/// Reads sums that do not add up again, and gives up those that accuse nobody.
void settle_sums(const DocumentView& document, std::vector<Relation>& relations);

/// Totals with no name behind the row that they sum up. Reads the sums that were found before.
void link_row_totals(const DocumentView& document, std::vector<Relation>& relations);

/// What else a list tells of each of its parts. Reads the sums that were found before.
void link_parallel_sums(const DocumentView& document, std::vector<Relation>& relations);

/// Sums and balances between indicators that the vocabulary ties; staff against quota.
void link_identities(const DocumentView& document, std::vector<Relation>& relations);

/// Totals whose words say which amounts before them they sum up. Reads the sums that were found before.
void link_sum_ups(const DocumentView& document, std::vector<Relation>& relations);

/// Amounts that follow their total with no word between, where they add up. Reads the sums that were found before.
void link_rows(const DocumentView& document, std::vector<Relation>& relations);

/// Rows of amounts whose total is named by words and was told before, where they add up. Reads the sums found before.
void link_named_rows(const DocumentView& document, std::vector<Relation>& relations);

/// Items that each tell the same things: the sum of each thing. Reads the sums that were found before.
void link_columns(const DocumentView& document, std::vector<Relation>& relations);

/// Numbered items and their paragraphs: their first amounts, where they add up to one told before. Reads the sums found before.
void link_item_totals(const DocumentView& document, std::vector<Relation>& relations);

/// 占…%: part and base by the words of the clause. Reads the sums that were found before.
void link_shares(const DocumentView& document, std::vector<Relation>& relations);

/// Shares of all parts of a total make up 100 %. Reads the sums and shares that were found before.
void link_wholes(const DocumentView& document, std::vector<Relation>& relations);

/// 较上年…增加…，增长…%: amounts and rates of change. Reads the sums that were found before.
void link_changes(const DocumentView& document, std::vector<Relation>& relations);

/// 执行率, 完成…的…%, 合格率: what was done by what was to be done. Reads the sums that were found before.
void link_rates(const DocumentView& document, std::vector<Relation>& relations);

/// 抽检36处，合格率94.44%: a rate that some number of the counted things must give. Reads the quotients found before.
void link_possible(const DocumentView& document, std::vector<Relation>& relations);

/// 剩余, 未完成: what is left of a whole. Reads the sums and balances that were found before.
void link_remainders(const DocumentView& document, std::vector<Relation>& relations);

/// What is left beside a rate, as nothing, or as vacant posts. Reads the rates and balances that were found before.
void link_leftovers(const DocumentView& document, std::vector<Relation>& relations);

/// What is left of money that earlier paragraphs tell, as a whole and fund by fund. Reads the sums and balances found before.
void link_section_balances(const DocumentView& document, std::vector<Relation>& relations);

/// Changes that come to another change, and points taken off full marks.
void link_net_changes(const DocumentView& document, std::vector<Relation>& relations);

/// Balances told in a paragraph: what it begins with, what came in and went out, what there is. Reads the balances, changes
/// and sums found before.
void link_flows(const DocumentView& document, std::vector<Relation>& relations);

/// 计划, 成交, 节约: a plan without what was spent. Reads the balances and changes that were found before.
void link_savings(const DocumentView& document, std::vector<Relation>& relations);

/// Differences between what was planned and what was done of a thing, each told elsewhere. Reads the balances and changes found before.
void link_differences(const DocumentView& document, std::vector<Relation>& relations);

/// 每户1,000元 and 36户 and 3.60万元; 人均. Reads the sums that were found before.
void link_products(const DocumentView& document, std::vector<Relation>& relations);

/// A number of things, the price of one, and right behind it what they cost.
void link_priced_items(const DocumentView& document, std::vector<Relation>& relations);

/// One indicator or one identical description stated twice for one period, scope and basis.
void link_restatements(const DocumentView& document, std::vector<Relation>& relations);

/// One amount in two units: 82.56万元（825,600元）.
void link_unit_brackets(const DocumentView& document, std::vector<Relation>& relations);

/// An announced number of things against the things listed.
void link_counts(const DocumentView& document, std::vector<Relation>& relations);

/// A stated number against the target it is said to exceed.
void link_targets(const DocumentView& document, std::vector<Relation>& relations);

/// What was reached against the goals that are set elsewhere. Reads the comparisons that were found before.
void link_results(const DocumentView& document, std::vector<Relation>& relations);

/// 上述三个问题 against the problems that an earlier section lists.
void link_counts_above(const DocumentView& document, std::vector<Relation>& relations);

/// What there is against how much there may be: 编制3辆，实有3辆.
void link_holdings(const DocumentView& document, std::vector<Relation>& relations);

/// Posts of a paragraph and who holds them, kind by kind. Reads the comparisons that were found before.
void link_posts(const DocumentView& document, std::vector<Relation>& relations);

/// The number of things that a sum adds up: 三项合计. Reads the sums that were found before.
void link_sum_counts(const DocumentView& document, std::vector<Relation>& relations);

/// 两项均超过任务, 4期…分别为: counts of what is told in rows. Reads the sums and counts that were found before.
void link_count_lists(const DocumentView& document, std::vector<Relation>& relations);

/// What the text tells again of a row of a table. Reads the restatements that were found before.
void link_retellings(const DocumentView& document, std::vector<Relation>& relations);

/// A figure that is told again in other words. Reads the restatements that were found before.
void link_echoes(const DocumentView& document, std::vector<Relation>& relations);

/// A score, its weight and the rate that gives it: 分值10分，执行率97.45%，得9.75分.
void link_score_sentences(const DocumentView& document, std::vector<Relation>& relations);

/// Rows and columns of tables: totals, rates, shares, changes, products and scores.
void link_tables(const DocumentView& document, std::vector<Relation>& relations);

}  // namespace gouji::relations
