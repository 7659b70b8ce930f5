# The installed package, for find_package(gouji): finds what the library links, then defines the target gouji::gouji.
include(CMakeFindDependencyMacro)
find_dependency(ICU COMPONENTS i18n uc)
find_dependency(fmt)
include(${CMAKE_CURRENT_LIST_DIR}/gouji-targets.cmake)
