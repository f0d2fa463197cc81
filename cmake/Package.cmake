# What is installed besides program, model and resources: the manual page and completions, made by the program itself,
# and the Debian package of all of it (`cpack -G DEB` in the build folder).
include(GNUInstallDirs)
# An installation holds what was built, tests or no tests.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)

set(reference_folder ${CMAKE_BINARY_DIR}/share/reference)
set(man_page ${reference_folder}/counterclaim.1.gz)
set(bash_completion ${reference_folder}/counterclaim.bash)
set(zsh_completion ${reference_folder}/_counterclaim)
set(fish_completion ${reference_folder}/counterclaim.fish)
file(MAKE_DIRECTORY ${reference_folder})
add_custom_command(
  OUTPUT ${man_page} ${bash_completion} ${zsh_completion} ${fish_completion}
  COMMAND counterclaim reference man | gzip -9nc > ${man_page}
  COMMAND counterclaim reference bash > ${bash_completion}
  COMMAND counterclaim reference zsh > ${zsh_completion}
  COMMAND counterclaim reference fish > ${fish_completion}
  DEPENDS counterclaim
  COMMENT "Making manual page and completions" VERBATIM)
add_custom_target(reference ALL DEPENDS ${man_page} ${bash_completion} ${zsh_completion} ${fish_completion})
install(FILES ${man_page} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${bash_completion} DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME counterclaim)
install(FILES ${zsh_completion} DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${fish_completion} DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES ${CMAKE_SOURCE_DIR}/NOTICE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/counterclaim RENAME copyright)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/examples/september-2022 DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/counterclaim/examples)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME counterclaim)
set(CPACK_PACKAGE_CONTACT "The counterclaim authors <counterclaim@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Who says how many: the books of armed conflicts")
set(CPACK_PACKAGE_DESCRIPTION
    "Reads news reports on armed conflicts and keeps who did what, when and where, how many were killed, and who says so.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
include(CPack)
