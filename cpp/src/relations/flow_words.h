// What the words of an amount say of its place in a balance: it begins it, comes in, goes out, or is what it comes to.

#pragma once

#include "relations/relation.h"

namespace gouji::relations {

/// An amount there is, and not one by which it changed.
bool is_stock(const facts::Quantity& value);

/// 年末, 调整后预算, 结余, 净增: what a balance comes to.
bool closes_balance(const DocumentView& document, const facts::Quantity& value);

/// 年初, 上年结转, 年初预算, 合同价: what a balance begins with.
bool opens_balance(const DocumentView& document, const facts::Quantity& value);

/// How an amount enters a balance: 1, -1, or 0 where its words do not say.
int way_in_balance(const DocumentView& document, const facts::Quantity& value);

}  // namespace gouji::relations
