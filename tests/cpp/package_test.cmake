# Uses gouji as others do: installs what this build tree has built, builds examples/ against that alone and runs embed.
# cmake -DTREE=<build tree> -DEXAMPLES=<folder> -DFOLDER=<scratch folder> -DOPTIONS=<for examples/> -P package_test.cmake
cmake_minimum_required(VERSION 3.22)

function(run)
  execute_process(COMMAND ${ARGV} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(REMOVE_RECURSE ${FOLDER})
run(${CMAKE_COMMAND} --install ${TREE} --component cpp --prefix ${FOLDER}/first)
file(RENAME ${FOLDER}/first ${FOLDER}/installed)  # an installed library may be moved
run(${CMAKE_COMMAND} -S ${EXAMPLES} -B ${FOLDER}/build -DCMAKE_PREFIX_PATH=${FOLDER}/installed ${OPTIONS})
run(${CMAKE_COMMAND} --build ${FOLDER}/build)

# expect(STATUS PATTERN TEXT): embed ends with STATUS and prints lines that match PATTERN, when the file says TEXT.
function(expect status pattern text)
  file(WRITE ${FOLDER}/report.txt "${text}")
  execute_process(COMMAND ${FOLDER}/build/embed ${FOLDER}/report.txt OUTPUT_VARIABLE output RESULT_VARIABLE result)
  if(NOT result STREQUAL status OR NOT output MATCHES "^${pattern}$")
    message(FATAL_ERROR "embed ended with ${result} and printed\n${output}")
  endif()
endfunction()

expect(0 "" "支出合计10万元，其中：基本支出6万元，项目支出4万元。\n")
expect(1 "1:5 sum-mismatch [^\n]+\n6:1 heading-number-gap [^\n]+\n"
"支出合计10万元，其中：基本支出6万元，项目支出3万元。
一、基本情况
主管水利。
二、主要成绩
完成任务。
四、存在问题
人手不足。
")
