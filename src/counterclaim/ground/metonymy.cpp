#include "counterclaim/ground/metonymy.h"

namespace counterclaim::ground {

bool acts(const language::Analysis& /*analysis*/, TokenSpan /*name*/) { return false; }

}  // namespace counterclaim::ground
