#include "counterclaim/cli/command_line.h"

int main(int argc, char** argv) { return counterclaim::cli::run_command_line(argc, argv); }
