package org.yiwang.operations;

/** What an invented photo shows (演示照片). */
enum DemoPicture {
  STREET,
  BIKES,
  RUBBISH,
  HOLE,
  PUDDLE,
  LAMP,
  TREE,
  STALL,
  SITE
}
