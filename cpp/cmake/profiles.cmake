# Embeds the data files of profiles/ and messages/ as byte arrays: the library reads no file at run time.
file(GLOB profile_files CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/profiles/*.json ${CMAKE_CURRENT_SOURCE_DIR}/profiles/families/*.json ${CMAKE_CURRENT_SOURCE_DIR}/messages/*.json)
list(SORT profile_files)
set(embedded ${CMAKE_CURRENT_BINARY_DIR}/generated/embedded_profiles.cpp)
add_custom_command(
  OUTPUT ${embedded}
  COMMAND ${CMAKE_COMMAND} -DOUTPUT=${embedded} "-DFILES=${profile_files}" -P ${CMAKE_CURRENT_SOURCE_DIR}/cmake/embed.cmake
  DEPENDS ${profile_files} ${CMAKE_CURRENT_SOURCE_DIR}/cmake/embed.cmake
  VERBATIM)
target_sources(gouji_json PRIVATE ${embedded})
