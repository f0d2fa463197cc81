# counterclaim_layer(NAME SOURCES ... [LIBRARIES ...] [PUBLIC_LIBRARIES ...])
#
# Adds the static library counterclaim_NAME. It sees the headers of, and links, exactly the layers that
# tests/architecture/layers.txt allows it: every layer has an include folder of its own that holds nothing but a
# link to its sources, so an include of any other layer does not build.
set(COUNTERCLAIM_LAYER_TABLE ${CMAKE_SOURCE_DIR}/tests/architecture/layers.txt)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${COUNTERCLAIM_LAYER_TABLE})

function(counterclaim_allowed_layers layer out)
  file(STRINGS ${COUNTERCLAIM_LAYER_TABLE} rows REGEX "^[a-z]+ +->")
  foreach(row IN LISTS rows)
    if(row MATCHES "^${layer} +->(.*)$")
      separate_arguments(allowed UNIX_COMMAND "${CMAKE_MATCH_1}")
      set(${out} ${allowed} PARENT_SCOPE)
      return()
    endif()
  endforeach()
  message(FATAL_ERROR "layer '${layer}' is not in ${COUNTERCLAIM_LAYER_TABLE}")
endfunction()

function(counterclaim_layer layer)
  cmake_parse_arguments(ARG "" "" "SOURCES;LIBRARIES;PUBLIC_LIBRARIES" ${ARGN})
  counterclaim_allowed_layers(${layer} allowed)
  set(include_folder ${CMAKE_BINARY_DIR}/include/${layer})
  file(MAKE_DIRECTORY ${include_folder}/counterclaim)
  file(CREATE_LINK ${CMAKE_SOURCE_DIR}/src/counterclaim/${layer} ${include_folder}/counterclaim/${layer} SYMBOLIC)

  add_library(counterclaim_${layer} STATIC ${ARG_SOURCES})
  target_include_directories(counterclaim_${layer} PUBLIC ${include_folder})
  target_compile_options(counterclaim_${layer} PRIVATE ${COUNTERCLAIM_WARNINGS})
  target_link_libraries(counterclaim_${layer} PUBLIC ${ARG_PUBLIC_LIBRARIES} PRIVATE ${ARG_LIBRARIES})
  foreach(lower IN LISTS allowed)
    target_link_libraries(counterclaim_${layer} PRIVATE counterclaim_${lower})
  endforeach()
endfunction()

# counterclaim_test(NAME LAYERS ... SOURCES ... [LIBRARIES ...]): a doctest program, one CTest test.
function(counterclaim_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LAYERS;LIBRARIES" ${ARGN})
  add_executable(${name} ${ARG_SOURCES} ${CMAKE_SOURCE_DIR}/tests/support/main.cpp)
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_compile_options(${name} PRIVATE ${COUNTERCLAIM_WARNINGS})
  target_compile_definitions(${name} PRIVATE
    COUNTERCLAIM_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
    COUNTERCLAIM_RESOURCE_DIR="${CMAKE_SOURCE_DIR}/resources"
    COUNTERCLAIM_MODEL_DIR="${COUNTERCLAIM_MODEL_DIR}"
    COUNTERCLAIM_GAZETTEER_FILE="${COUNTERCLAIM_GAZETTEER_FILE}"
    COUNTERCLAIM_BINARY_DIR="${CMAKE_BINARY_DIR}")
  target_link_libraries(${name} PRIVATE ${ARG_LIBRARIES})
  foreach(layer IN LISTS ARG_LAYERS)
    target_link_libraries(${name} PRIVATE counterclaim_${layer})
  endforeach()
  add_dependencies(${name} world_gazetteer)
  add_test(NAME ${name} COMMAND ${name})
endfunction()
