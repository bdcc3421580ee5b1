/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** What the tags of a lesson need to know while its page is drawn. */
    reading?: import('./course/tag-data.ts').Reading;
  }
}
