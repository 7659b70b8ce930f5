// What the words of an average say it is of: 人均 and 每人 of people, 车均 of cars, 元/亩 of land.

#pragma once

#include "relations/relation.h"

namespace gouji::relations {

constexpr std::size_t longest_noun = 4;   // 每馆, 每社区

/// An exact number of things, or of acres, kilometres and tons.
bool is_number_of_things(const facts::Quantity& value);

/// An exact amount of money that a price and a number of things may come to.
bool is_amount_of_money(const facts::Quantity& value);

/// What a product of this average comes to: money, or the people that so many of each make.
bool is_product_of(const facts::Quantity& average, const facts::Quantity& total);

/// 人均, 每人 with 人; 每户 with 户; 辆均 with 辆; 单点造价 with 点; 单价 with anything.
bool counts_what_it_is_of(const facts::Quantity& average, const facts::Quantity& count);

/// The words behind 人均, 每户 or 单价 name nothing: it is of the whole amount beside it, not of 交通补贴 among others.
bool is_of_the_whole(const DocumentView& document, const facts::Quantity& average);

/// What is not spent by now, or was spent before, is no product of what there is.
bool is_spent_now(const facts::Quantity& value);

/// 每人2.14万元 of 70.47万元: a quotient in the unit of the amount, and no standard in yuan.
bool is_rounded_price(const facts::Quantity& average, const facts::Quantity& total);

/// result = average × number, or average = result ÷ number, where the number may be followed by months or days.
Relation make_product(const DocumentView& document, QuantityRef result, std::vector<Operand> operands);

}  // namespace gouji::relations
