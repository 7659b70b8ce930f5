// The module gouji._core: its doc string, its version and one registrar per topic.

#include <pybind11/pybind11.h>

#include "bind.h"
#include "gouji/gouji.h"

PYBIND11_MODULE(_core, module, pybind11::mod_gil_not_used()) {
  module.doc() = "The C++ core of gouji. Private: use the functions of the package gouji.";
  module.attr("__version__") = gouji::python::to_str(gouji::version());
  gouji::python::bind_check(module);
  gouji::python::bind_document(module);
  gouji::python::bind_text(module);
}
