# Installs the headers, the library and the package that gives find_package(gouji) the target gouji::gouji.
# All of it is the component `cpp`: the wheel takes only the component `python`, from the same build tree.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(package ${CMAKE_INSTALL_LIBDIR}/cmake/gouji)
set(version_file ${CMAKE_CURRENT_BINARY_DIR}/generated/gouji-config-version.cmake)
write_basic_package_version_file(${version_file} COMPATIBILITY SameMinorVersion)

install(TARGETS gouji EXPORT gouji-targets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT cpp
  INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY include/gouji DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT cpp FILES_MATCHING PATTERN *.h)
install(EXPORT gouji-targets NAMESPACE gouji:: DESTINATION ${package} COMPONENT cpp)
install(FILES cmake/gouji-config.cmake ${version_file} DESTINATION ${package} COMPONENT cpp)
