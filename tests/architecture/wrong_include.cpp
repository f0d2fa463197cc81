// Stands for a mistake in the layer `language`: extract is above it.
#include "counterclaim/extract/figure_reader.h"
