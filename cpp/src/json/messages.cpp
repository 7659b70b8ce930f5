// Translations from JSON: an object of Chinese texts and what they are in English.

#include "json/messages.h"

#include "json/embedded.h"
#include "json/reader.h"

namespace gouji::json {

const diagnostic::Translations& english_messages() {
  static const diagnostic::Translations messages = [] {
    diagnostic::Translations all;
    for (const EmbeddedFile& file : embedded_files()) {
      if (file.folder != "messages" || file.name != "en") continue;
      const rapidjson::Document document = parse_object(file.bytes);
      for (const auto& [chinese, english] : members_of(document, "")) all.emplace(chinese, text_of(*english, "/" + escaped(chinese)));
    }
    return all;
  }();
  return messages;
}

}  // namespace gouji::json
