// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/radixsort.h"

#include <array>
#include <utility>

namespace tlsrpt
{

namespace
{

struct Item {
    quint64 key;
    quint32 value;
};

constexpr int digitBits = 11;
constexpr size_t digits = size_t(1) << digitBits;

void sortByDigit(const std::vector<Item> &from, std::vector<Item> &to, int shift)
{
    std::array<size_t, digits> place{};
    for (const Item &item : from)
        ++place[item.key >> shift & (digits - 1)];
    size_t sum = 0;
    for (size_t &count : place)
        sum += std::exchange(count, sum);
    for (const Item &item : from)
        to[place[item.key >> shift & (digits - 1)]++] = item;
}

} // namespace

void sortByKeys(std::vector<quint32> &list, std::vector<quint64> keys)
{
    if (list.size() < 2)
        return;
    std::vector<Item> items(list.size());
    std::vector<Item> other(list.size());
    quint64 differing = 0; // digits that are the same in all keys need no pass
    for (size_t i = 0; i < list.size(); ++i) {
        items[i] = {keys[i], list[i]};
        differing |= keys[i] ^ keys[0];
    }
    for (int shift = 0; shift < 64; shift += digitBits) {
        if ((differing >> shift & (digits - 1)) == 0)
            continue;
        sortByDigit(items, other, shift);
        items.swap(other);
    }
    for (size_t i = 0; i < list.size(); ++i)
        list[i] = items[i].value;
}

} // namespace tlsrpt
