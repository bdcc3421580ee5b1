/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** What the tags of a lesson need to know while its page is drawn. */
    reading?: import('./course/tag-data.ts').Reading;
    /** The languages of the review book, while a page of it is drawn. */
    languages?: readonly import('./components/review/in-words.ts').ReviewLanguage[];
  }
}
