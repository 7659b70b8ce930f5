// When two quantities may be tied: unit, precision, period and basis.

#pragma once

#include "relations/relation.h"

namespace gouji::relations {

/// The same kind of thing in the same base unit: 人 with 人, never 人 with 人次.
bool same_measure(const facts::Quantity& a, const facts::Quantity& b);

/// An explicit list may split 人次 into 人; else total and part are of one measure.
bool can_split(const facts::Quantity& total, const facts::Quantity& part);

/// A percentage, or one of a thousand.
bool is_percentage(const facts::Quantity& quantity);

/// The quantity states an exact amount that can be a total or a part.
bool is_amount(const facts::Quantity& quantity);

/// The period a quantity speaks of: the report's year where none is stated.
int resolved_year(const DocumentView& document, const facts::Quantity& quantity);

/// A part on `part`'s basis can be part of a total on `total`'s: an unknown basis fits any.
bool basis_fits(const facts::Quantity& total, const facts::Quantity& part);

/// Both are budgeted or neither is; preferred where several amounts may be the total.
bool same_basis(const facts::Quantity& a, const facts::Quantity& b);

/// Whether `part` can be an addend of `total`. The first part behind an announcing word may stand on any basis:
/// 40万元，其中当年预算30万元、上年结转10万元.
bool can_add(const DocumentView& document, const facts::Quantity& total, const facts::Quantity& part, bool any_basis = false);

/// 原值 is never the sum of 净值.
bool is_other_valuation(const DocumentView& document, const facts::Quantity& total, const facts::Quantity& part);

/// The scope of a quantity: its qualifier or its topic, empty where that only names the reporting body itself. Lives
/// as long as the quantity.
std::u16string_view scope_of(const DocumentView& document, const facts::Quantity& quantity);

bool has_indicator(const DocumentView& document, const facts::Quantity& quantity, std::string_view id);

/// 改造渡口3处，支出24.40万元: the spending on them, not all of it.
bool is_spent_on_things(const DocumentView& document, QuantityRef ref);

/// 剩余, 未支付的, 项目结余 and nothing else: all that is left, and not only 未支付质保金.
bool names_all_that_is_left(const DocumentView& document, const facts::Quantity& quantity);

/// Name for messages: the label, or the indicator's name.
std::string name_of(const DocumentView& document, const facts::Quantity& quantity);

}  // namespace gouji::relations
