/* eslint-disable no-var, prefer-rest-params -- written as such libraries were written: what they leave is what is tried here */
/* What old libraries leave on every page: enumerable additions, overridden methods, globals of other loaders. Written for these tests, after Prototype.js 1.6, MooTools 1.2, RequireJS and jQuery. */
(function () {
  // Enumerable additions: every `for…in` sees them.
  Object.prototype.extend = function () {
    return this;
  };
  Array.prototype.each = function (each) {
    for (var i = 0; i < this.length; i++) each(this[i]);
    return this;
  };
  Array.prototype.contains = function (item) {
    return this.indexOf(item) >= 0;
  };
  // JSON of Prototype.js before 1.7: an array becomes a string with an array in it.
  Array.prototype.toJSON = function () {
    var all = [];
    for (var i = 0; i < this.length; i++) all.push(JSON.stringify(this[i]));
    return '[' + all.join(', ') + ']';
  };
  String.prototype.toJSON = function () {
    return '"' + this + '"';
  };
  // Methods with another meaning than the standard's.
  Element.prototype.select = function (selector) {
    return this.querySelectorAll(selector);
  };
  Element.prototype.update = function (content) {
    this.textContent = content;
    return this;
  };
  Element.prototype.hide = Element.prototype.show = function () {
    return this;
  };
  Element.prototype.remove = function () {
    if (this.parentNode) this.parentNode.removeChild(this);
    return this;
  };
  Element.prototype.matches = Element.prototype.webkitMatchesSelector;
  Function.prototype.bind = function (that) {
    var fn = this;
    var first = [].slice.call(arguments, 1);
    return function () {
      return fn.apply(that, first.concat([].slice.call(arguments)));
    };
  };
  Array.from = function (items, map) {
    var all = [];
    for (var i = 0; i < items.length; i++) all.push(map ? map(items[i], i) : items[i]);
    if (!all.length && items[Symbol.iterator]) for (var item of items) all.push(map ? map(item, all.length) : item);
    return all;
  };
  window.$ = window.$$ = window.jQuery = function () {
    return null;
  };
  window.define = function () {
    window.definidos = (window.definidos || 0) + 1;
  };
  window.define.amd = {};
  window.require = window.requirejs = function () {
    throw new Error('require');
  };
  window.module = { exports: {} };
  window.exports = window.module.exports;
  window.process = { env: {} };
  window.name = 'sujo';
})();
