// Plain searches in folded text.

#include "parts/wording.h"

#include <algorithm>

#include "text/find.h"

namespace gouji::parts {
namespace {

bool sentence_says(std::u16string_view sentence, const profile::Phrase& phrase) {
  std::size_t from = 0;
  for (const std::u16string& word : phrase) {
    const auto found = text::find(sentence, word, from);
    if (found == std::u16string_view::npos) return false;
    from = found + word.size();
  }
  return true;
}

bool block_says(std::u16string_view text, const profile::Phrase& phrase) {
  if (!phrase.empty() && !text::contains(text, phrase.front())) return false;
  if (phrase.size() == 1) return true;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(u'。', begin), text.size());
    if (sentence_says(text.substr(begin, end - begin), phrase)) return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace

bool block_says(const syntax::Block& block, const profile::Phrase& phrase) { return block.kind != syntax::BlockKind::contents && block_says(block.folded.without_note(), phrase); }

bool says(const relations::DocumentView& document, std::uint32_t first, std::uint32_t end, const profile::Phrase& phrase) {
  std::uint32_t at = first;
  while (at < end && !block_says(*document.blocks[at].block, phrase)) ++at;
  if (document.asked) document.asked->push_back({first, end, phrase, at < end, at});
  return at < end;
}

void note_silence(const relations::DocumentView& document, std::uint32_t first, std::uint32_t end, const profile::Phrase& phrase) {
  if (document.asked) document.asked->push_back({first, end, phrase, false, end});
}

bool stands_anywhere(const relations::DocumentView& document, const std::u16string& word, bool possible) {
  const auto end = static_cast<std::uint32_t>(document.blocks.size());
  std::uint32_t at = possible ? 0 : end;
  while (at < end && !text::contains(document.blocks[at].block->folded.without_note(), word)) ++at;
  if (document.asked) document.asked->push_back({0, end, {word}, at < end, at, true});
  return at < end;
}

std::u16string unkept_promise(const relations::DocumentView& document, std::u16string_view title, std::uint32_t first, std::uint32_t end) {
  for (const profile::Promise& promise : document.lexicon->vocabulary().parts.promises) {
    const auto found = title.rfind(promise.word);
    if (found == std::u16string_view::npos || found + promise.word.size() + 2 < title.size()) continue;  // the heading ends in it
    const auto conjunction = title.substr(0, found).find_last_of(u"及和与、");
    const auto& beside = document.lexicon->vocabulary().parts.promised_beside;
    const auto names_other = [&](const std::u16string& word) { return title.substr(0, conjunction).find(word) != std::u16string_view::npos; };
    if (conjunction == std::u16string_view::npos || std::none_of(beside.begin(), beside.end(), names_other)) continue;  // beside something else
    const bool kept = std::any_of(promise.kept_by.begin(), promise.kept_by.end(), [&](const std::u16string& word) { return says(document, first, end, {word}); });
    if (!kept) return promise.word;
  }
  return {};
}

}  // namespace gouji::parts
