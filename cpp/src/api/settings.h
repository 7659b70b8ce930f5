// How the public functions call the engine.

#pragma once

#include "engine/analysis.h"
#include "gouji/gouji.h"

namespace gouji {

/// It refers to the profile of `options`, which has to live as long.
engine::Settings settings_of(const CheckOptions& options);

}  // namespace gouji
