/* A page that froze what everybody shares, against pollution: writing to an own property that a frozen prototype also has throws. */
(function () {
  [Object, Array, Function, String, Number, Boolean, Promise, Map, Set, Date, RegExp, Error, Symbol].forEach(function (each) {
    Object.freeze(each);
    Object.freeze(each.prototype);
  });
  [JSON, Math, Reflect].forEach(Object.freeze);
})();
