// What portals of 2012 do: names on every object, a handler for everything, and content that comes by script.
Array.prototype.coTrong = function (one) { return jQuery.inArray(one, this) >= 0; };
String.prototype.trimLeft2 = function () { return this.replace(/^\s+/, ""); };
Function.prototype.method = function (name, act) { this.prototype[name] = act; return this; };
jQuery(document).on("change keydown submit click", "*", function () { jQuery.data(this, "seen", true); });
jQuery(function ($) { $("#noi-dung").html($("#khoi").html()); });
