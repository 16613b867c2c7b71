/**
 * Takes out of Lit what no element here uses: it stands on the way to the first spin. Each cut
 * names the published text; a text that is not there stops the build, so that another version of
 * Lit is read anew. What our modules may not use for it, `refuseUnused` finds.
 */

interface Cut {
  readonly from: string;
  readonly to: string;
}

const nothingIn = (from: string): Cut => ({ from, to: '' });

const cuts: Readonly<Record<string, readonly Cut[]>> = {
  'lit-html/lit-html.js': [
    // Directives, answers that change nothing, and lists that are no arrays.
    nothingIn('E=Symbol.for("lit-noChange"),'),
    nothingIn(',E as noChange'),
    nothingIn(',d=t=>u(t)||"function"==typeof t?.[Symbol.iterator]'),
    { from: 'd(t)?this.k(t)', to: 'u(t)?this.k(t)' },
    {
      from: 'function M(t,i,s=t,e){if(i===E)return i;let h=void 0!==e?s._$Co?.[e]:s._$Cl;const o=a(i)?void 0:i._$litDirective$;return h?.constructor!==o&&(h?._$AO?.(!1),void 0===o?h=void 0:(h=new o(t),h._$AT(t,s,e)),void 0!==e?(s._$Co??=[])[e]=h:s._$Cl=h),void 0!==h&&(i=M(t,h._$AS(t,i.values),h,e)),i}',
      to: '',
    },
    { from: 't=M(this,t,i),a(t)?', to: 'a(t)?' },
    { from: 't!==this._$AH&&t!==E&&this._(t)', to: 't!==this._$AH&&this._(t)' },
    { from: 't=M(this,t,i,0),o=!a(t)||t!==this._$AH&&t!==E,o&&', to: 'o=!a(t)||t!==this._$AH,o&&' },
    {
      from: 'r=M(this,e[s+n],i,n),r===E&&(r=this._$AH[n]),o||=',
      to: 'r=e[s+n],o||=',
    },
    // Values in comments, in raw text, and in place of attributes.
    {
      from: 'v=/<(?:(!--|\\/[^a-zA-Z])|(\\/?[a-zA-Z][^>\\s]*)|(\\/?$))/g,_=/-->/g,m=/>/g,',
      to: 'v=/<\\/?[a-zA-Z][^>\\s]*/g,',
    },
    {
      from: `c===v?"!--"===u[1]?c=_:void 0!==u[1]?c=m:void 0!==u[2]?(y.test(u[2])&&(n=RegExp("</"+u[2],"g")),c=p):void 0!==u[3]&&(c=p):c===p?">"===u[0]?(c=n??v,d=-1):void 0===u[1]?d=-2:(d=c.lastIndex-u[2].length,a=u[1],c=void 0===u[3]?p:'"'===u[3]?$:g):c===$||c===g?c=p:c===_||c===m?c=v:(c=p,n=void 0)`,
      to: 'c===p?">"===u[0]?(c=v,d=-1):(d=f-u[2].length,a=u[1],c=u[3]?$:p):c=p',
    },
    nothingIn('f="[ \\t\\n\\f\\r]",'),
    { from: 'p=RegExp(`>|${f}(?:([^\\\\s', to: 'p=/>|\\s([^\\s' },
    { from: '(${f}*=${f}*(?:[^ \\t\\n\\f\\r', to: '(=(?:[^\\s' },
    { from: '\\`<>=]', to: '`<>=]' },
    { from: `("|')|))|$)`, to: '(")|))' },
    { from: '))`,"g")', to: '))/g' },
    nothingIn("g=/'/g,"),
    nothingIn('const x=c===p&&t[i+1].startsWith("/>")?" ":"";'),
    {
      from: 's.slice(0,d)+h+s.slice(d)+o+x):s+o+(-2===d?i:x)',
      to: 's.slice(0,d)+h+s.slice(d)+o):s+o',
    },
    { from: 'o=`lit$${Math.random().toFixed(9).slice(2)}$`', to: 'o="lit$"' },
    nothingIn(
      'if(y.test(r.tagName)){const t=r.textContent.split(o),i=t.length-1;if(i>0){r.textContent=s?s.emptyScript:"";for(let s=0;s<i;s++)r.append(t[s],c()),P.nextNode(),d.push({type:2,index:++l});r.append(t[i],c())}}',
    ),
    { from: 'let n,l=2===i', to: 'let l=2===i' },
    nothingIn(',y=/^(?:script|style|textarea|title)$/i'),
    nothingIn(
      'else{let t=-1;for(;-1!==(t=r.data.indexOf(o,t+1));)d.push({type:7,index:l}),t+=o.length-1}',
    ),
    nothingIn('else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t));'),
    nothingIn('if(r.hasAttributes())'),
    {
      from: 'const i=v[a++],s=r.getAttribute(t).split(o),e=/([.?@])?(.*)/.exec(i);d.push({type:1,index:l,name:e[2],strings:s,ctor:"."===e[1]?I:"?"===e[1]?L:"@"===e[1]?z:H})',
      to: 'const[,i,s]=/([.?@])?(.*)/.exec(v[a++]);d.push({index:l,name:s,strings:r.getAttribute(t).split(o),ctor:{".":I,"?":L,"@":z}[i]??H})',
    },
    {
      from: 'else if(8===r.nodeType)if(r.data===n)d.push({type:2,index:l});',
      to: 'else r.data===n&&d.push({index:l});',
    },
    {
      from: 'let i;2===r.type?i=new k(h,h.nextSibling,this,t):1===r.type?i=new r.ctor(h,r.name,r.strings,this,t):6===r.type&&(i=new Z(h,this,t)),this._$AV.push(i),',
      to: 'this._$AV.push(r.ctor?new r.ctor(h,r.name,r.strings,t):new k(h,h.nextSibling,t)),',
    },
    {
      from: 'void 0!==s&&(void 0!==s.strings?(s._$AI(t,s,i),i+=s.strings.length-2):s._$AI(t[i]))',
      to: 's.strings?(s._$AI(t,s,i),i+=s.strings.length-2):s._$AI(t[i])',
    },
    {
      from: 'this.el=S.createElement(f,e)',
      to: 'this.el=document.createElement("template"),this.el.innerHTML=f',
    },
    nothingIn(
      'static createElement(t,i){const s=l.createElement("template");return s.innerHTML=t,s}',
    ),
    {
      from: 'constructor({strings:t,_$litType$:i},e){',
      to: 'constructor({strings:t,_$litType$:i}){',
    },
    nothingIn(
      'class Z{constructor(t,i,s){this.element=t,this.type=6,this._$AN=void 0,this._$AM=i,this.options=s}get _$AU(){return this._$AM._$AU}_$AI(t){M(this,t)}}',
    ),
    // MathML, and templates that were compiled.
    nothingIn(',T=x(3)'),
    nothingIn('T as mathml,'),
    { from: '2===i?"<svg>":3===i?"<math>":""', to: '2===i?"<svg>":""' },
    { from: '2===i?"</svg>":3===i?"</math>":""', to: '2===i?"</svg>":""' },
    { from: '2===i||3===i', to: '2===i' },
    {
      from: '{values:i,_$litType$:s}=t,e="number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s)',
      to: '{values:i}=t,e=this._$AC(t)',
    },
    // What waits while its element is away, and trees of parts.
    nothingIn('setConnected(t){void 0===this._$AM&&(this._$Cv=t,this._$AP?.(t))}'),
    nothingIn(',this._$Cv=e?.isConnected??!0'),
    nothingIn('get _$AU(){return this._$AM?._$AU??this._$Cv}'),
    nothingIn('get _$AU(){return this._$AM._$AU}'),
    nothingIn('this._$AN=void 0,'),
    { from: '(t?.creationScope??l).importNode', to: 'l.importNode' },
    nothingIn('get parentNode(){return this._$AM.parentNode}'),
    nothingIn(
      'get parentNode(){let t=this._$AA.parentNode;const i=this._$AM;return void 0!==i&&11===t?.nodeType&&(t=i.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}',
    ),
    nothingIn('get tagName(){return this.element.tagName}'),
    { from: 'for(this._$AP?.(!1,!0,s);', to: 'for(;' },
    // What a part is, and where it stands.
    {
      from: 'constructor(t,i){this._$AV=[],this._$AD=t,this._$AM=i}',
      to: 'constructor(t){this._$AV=[],this._$AD=t}',
    },
    { from: 'new R(e,this)', to: 'new R(e)' },
    {
      from: 'new k(this.O(c()),this.O(c()),this,this.options)',
      to: 'new k(this.O(c()),this.O(c()),this.options)',
    },
    { from: 'constructor(t,i,s,e){this.type=2', to: 'constructor(t,i,e){this.type=2' },
    { from: 'constructor(t,i,s,e,h){this.type=1', to: 'constructor(t,i,s,h){this.type=1' },
    nothingIn('this.type=2,'),
    nothingIn('this._$AM=s,'),
    nothingIn('this.type=1,'),
    nothingIn('this._$AM=e,'),
    nothingIn('constructor(){super(...arguments),this.type=3}'),
    nothingIn('constructor(){super(...arguments),this.type=4}'),
    nothingIn('constructor(t,i,s,e,h){super(t,i,s,e,h),this.type=5}'),
    { from: '_$AI(t,i=this){a(t)', to: '_$AI(t){a(t)' },
    { from: '_$AI(t,i=this,s,e){', to: '_$AI(t,i,s){' },
    { from: 'o&&!e&&this.j(t)', to: 'o&&this.j(t)' },
    { from: '_$AR(t=this._$AA.nextSibling,s){', to: '_$AR(t=this._$AA.nextSibling){' },
    {
      from: 'const s=i(t).nextSibling;i(t).remove(),t=s',
      to: 'const s=t.nextSibling;t.remove(),t=s',
    },
    { from: 'const t=globalThis,i=t=>t,s=t.trustedTypes,', to: 'const s=globalThis.trustedTypes,' },
    // A text that is written over: where a page is translated, another node stands in its place.
    {
      from: '_(t){this._$AH!==A&&a(this._$AH)?this._$AA.nextSibling.data=t:this.T(l.createTextNode(t)),this._$AH=t}',
      to: '_(t){this.T(l.createTextNode(t)),this._$AH=t}',
    },
    // How an event is listened to: somebody always does.
    {
      from: '_$AI(t,i=this){if((t=M(this,t,i,0)??A)===E)return;const s=this._$AH,e=t===A&&s!==A||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive,h=t!==A&&(s===A||e);e&&this.element.removeEventListener(this.name,this,s),h&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){"function"==typeof this._$AH?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}',
      to: '_$AI(t){this._$AH===A&&this.element.addEventListener(this.name,this),this._$AH=t}handleEvent(t){this._$AH.call(this.options.host,t)}',
    },
    { from: 'Symbol.for("lit-nothing")', to: 'Symbol()' },
    { from: 'null===t||"object"!=typeof t&&"function"!=typeof t', to: 't!==Object(t)' },
    {
      from: 's.length>2||""!==s[0]||""!==s[1]?(this._$AH=Array(s.length-1).fill(new String),this.strings=s):this._$AH=A',
      to: '(s.length>2||s[0]||s[1])&&(this._$AH=Array(s.length-1).fill(new String),this.strings=s)',
    },
    { from: 'Error("invalid template strings array")', to: 'Error()' },
    // For other copies of Lit, and for directives.
    nothingIn(
      'const j={M:h,P:o,A:n,C:1,L:N,R,D:d,V:M,I:k,H,N:L,U:z,B:I,F:Z},B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");',
    ),
    { from: 'const D=', to: ';const D=' },
    {
      from: 'const e=s?.renderBefore??i;let h=e._$litPart$;if(void 0===h){const t=s?.renderBefore??null;e._$litPart$=h=new k(i.insertBefore(c(),t),t,void 0,s??{})}',
      to: 'const h=i._$litPart$??=new k(i.insertBefore(c(),null),null,s);',
    },
    nothingIn('j as _$LH,'),
    { from: '_$litPart$', to: '_$AP' },
    { from: '_$litType$', to: '_$AT' },
  ],
  'lit-element/lit-element.js': [
    {
      from: 'render(){return r}}i._$litElement$=!0,i["finalized"]=!0,s.litElementHydrateSupport?.({LitElement:i});const o=s.litElementPolyfillSupport;o?.({LitElement:i});const n={_$AK:(t,e,r)=>{t._$AK(e,r)},_$AL:t=>t._$AL};(s.litElementVersions??=[]).push("4.2.2");',
      to: 'render(){}}i._$Eh=new Map;',
    },
    nothingIn('const s=globalThis;'),
    nothingIn(',n as _$LE'),
    nothingIn(',noChange as r'),
    nothingIn(
      'connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}',
    ),
    nothingIn('constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}'),
    {
      from: 'super.update(t),this._$Do=e(r,this.renderRoot,this.renderOptions)',
      to: 'this._$EM(),e(r,this.renderRoot,{host:this})',
    },
    nothingIn('this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),'),
    // Before what comes in a style element.
    nothingIn(
      'createRenderRoot(){const t=super.createRenderRoot();return this.renderOptions.renderBefore??=t.firstChild,t}',
    ),
  ],
  '@lit/reactive-element/css-tag.js': [
    // Browsers without constructable sheets, which do not know our syntax either.
    nothingIn(
      'const t=globalThis,e=t.ShadowRoot&&(void 0===t.ShadyCSS||t.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,s=Symbol(),o=new WeakMap;',
    ),
    // Sheets with values in them.
    {
      from: 'constructor(t,e,o){if(this._$cssResult$=!0,o!==s)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=t,this.t=e}',
      to: 'constructor([t]){this.cssText=t}',
    },
    {
      from: 'const s=this.t;if(e&&void 0===t){const e=void 0!==s&&1===s.length;e&&(t=o.get(s)),void 0===t&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),e&&o.set(s,t))}',
      to: 't||(this.o=t=new CSSStyleSheet).replaceSync(this.cssText);',
    },
    nothingIn('toString(){return this.cssText}'),
    {
      from: `const r=t=>new n("string"==typeof t?t:t+"",void 0,s),i=(t,...e)=>{const o=1===t.length?t[0]:e.reduce((e,s,o)=>e+(t=>{if(!0===t._$cssResult$)return t.cssText;if("number"==typeof t)return t;throw Error("Value passed to 'css' function must be a 'css' function result: "+t+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(s)+t[o+1],t[0]);return new n(o,t,s)},S=(s,o)=>{if(e)s.adoptedStyleSheets=o.map(t=>t instanceof CSSStyleSheet?t:t.styleSheet);else for(const e of o){const o=document.createElement("style"),n=t.litNonce;void 0!==n&&o.setAttribute("nonce",n),o.textContent=e.cssText,s.appendChild(o)}},c=e?t=>t:t=>t instanceof CSSStyleSheet?(t=>{let e="";for(const s of t.cssRules)e+=s.cssText;return r(e)})(t):t;export{n as CSSResult,S as adoptStyles,i as css,c as getCompatibleStyle,e as supportsAdoptingStyleSheets,r as unsafeCSS};`,
      to: 'const i=t=>new n(t);export{n as CSSResult,i as css};',
    },
  ],
  '@lit/reactive-element/reactive-element.js': [
    // What other browsers, decorators and converters need.
    {
      from: ',getOwnPropertyDescriptor:h,getOwnPropertyNames:r,getOwnPropertySymbols:o,getPrototypeOf:n}=Object,a=globalThis,c=a.trustedTypes,l=c?c.emptyScript:"",p=a.reactiveElementPolyfillSupport,d=(t,s)=>t,u={toAttribute(t,s){switch(s){case Boolean:t=t?l:null;break;case Object:case Array:t=null==t?t:JSON.stringify(t)}return t},fromAttribute(t,s){let i=t;switch(s){case Boolean:i=null!==t;break;case Number:i=null===t?null:Number(t);break;case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}}return i}},f=(t,s)=>!i(t,s),b={attribute:!0,type:String,converter:u,reflect:!1,useDefault:!1,hasChanged:f};Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;',
      to: ',getPrototypeOf:n}=Object;',
    },
    // Properties are declared by their class alone, and attributes have their names.
    {
      from: 'static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(t,s=b){if(s.state&&(s.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(t)&&((s=Object.create(s)).wrapped=!0),this.elementProperties.set(t,s),!s.noAccessor){const i=Symbol(),h=this.getPropertyDescriptor(t,i,s);void 0!==h&&e(this.prototype,t,h)}}static getPropertyDescriptor(t,s,i){const{get:e,set:r}=h(this.prototype,t)??{get(){return this[s]},set(t){this[s]=t}};return{get:e,set(s){const h=e?.call(this);r?.call(this,s),this.requestUpdate(t,h,i)},configurable:!0,enumerable:!0}}static getPropertyOptions(t){return this.elementProperties.get(t)??b}static _$Ei(){if(this.hasOwnProperty(d("elementProperties")))return;const t=n(this);t.finalize(),void 0!==t.l&&(this.l=[...t.l]),this.elementProperties=new Map(t.elementProperties)}static finalize(){if(this.hasOwnProperty(d("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(d("properties"))){const t=this.properties,s=[...r(t),...o(t)];for(const i of s)this.createProperty(i,t[i])}const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}this._$Eh=new Map;for(const[t,s]of this.elementProperties){const i=this._$Eu(t,s);void 0!==i&&this._$Eh.set(i,t)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(s){const i=[];if(Array.isArray(s)){const e=new Set(s.flat(1/0).reverse());for(const s of e)i.unshift(t(s))}else void 0!==s&&i.push(t(s));return i}static _$Eu(t,s){const i=s.attribute;return!1===i?void 0:"string"==typeof i?i:"string"==typeof t?t.toLowerCase():void 0}',
      to: 'static get observedAttributes(){return this.finalize(),this._$Eh.keys()}static finalize(){if(this.hasOwnProperty("_$Eh"))return;const t=n(this);t.finalize(),this.elementProperties=new Map(t.elementProperties),this._$Eh=new Map(t._$Eh);for(const[t,s]of Object.entries(this.properties)){const i=Symbol();this.elementProperties.set(t,s),s.state||!1===s.attribute||this._$Eh.set(t.toLowerCase(),t),e(this.prototype,t,{get(){return this[i]},set(s){const e=this[i];this[i]=s,this.requestUpdate(t,e)}})}}',
    },
    // Controllers and initializers.
    {
      from: 'constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(t=>this.enableUpdating=t),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(t=>t(this))}addController(t){(this._$EO??=new Set).add(t),void 0!==this.renderRoot&&this.isConnected&&t.hostConnected?.()}removeController(t){this._$EO?.delete(t)}_$E_(){const t=new Map,s=this.constructor.elementProperties;for(const i of s.keys())this.hasOwnProperty(i)&&(t.set(i,this[i]),delete this[i]);t.size>0&&(this._$Ep=t)}',
      to: 'constructor(){super(),this.isUpdatePending=!1,this.hasUpdated=!1,this._$ES=new Promise(t=>this.enableUpdating=t),this._$AL=new Map,this._$Ep=new Map;for(const t of this.constructor.elementProperties.keys())this.hasOwnProperty(t)&&(this._$Ep.set(t,this[t]),delete this[t]);this.requestUpdate()}',
    },
    // Roots that are there already, or otherwise; sheets that are no plain list.
    {
      from: 'createRenderRoot(){const t=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return s(t,this.constructor.elementStyles),t}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(t=>t.hostConnected?.())}enableUpdating(t){}disconnectedCallback(){this._$EO?.forEach(t=>t.hostDisconnected?.())}',
      to: 'connectedCallback(){this.renderRoot||((this.renderRoot=this.attachShadow({mode:"open"})).adoptedStyleSheets=this.constructor.styles.map(t=>t.styleSheet)),this.enableUpdating(!0)}disconnectedCallback(){}',
    },
    // Attributes that follow properties.
    {
      from: 'attributeChangedCallback(t,s,i){this._$AK(t,i)}_$ET(t,s){const i=this.constructor.elementProperties.get(t),e=this.constructor._$Eu(t,i);if(void 0!==e&&!0===i.reflect){const h=(void 0!==i.converter?.toAttribute?i.converter:u).toAttribute(s,i.type);this._$Em=t,null==h?this.removeAttribute(e):this.setAttribute(e,h),this._$Em=null}}_$AK(t,s){const i=this.constructor,e=i._$Eh.get(t);if(void 0!==e&&this._$Em!==e){const t=i.getPropertyOptions(e),h="function"==typeof t.converter?{fromAttribute:t.converter}:void 0!==t.converter?.fromAttribute?t.converter:u;this._$Em=e;const r=h.fromAttribute(s,t.type);this[e]=r??this._$Ej?.get(e)??r,this._$Em=null}}',
      to: 'attributeChangedCallback(t,s,e){const{_$Eh:h,elementProperties:r}=this.constructor,o=h.get(t);this[o]=null!==e&&r.get(o).type===Number?Number(e):e}',
    },
    // Properties that are told of in other ways.
    {
      from: 'requestUpdate(t,s,i,e=!1,h){if(void 0!==t){const r=this.constructor;if(!1===e&&(h=this[t]),i??=r.getPropertyOptions(t),!((i.hasChanged??f)(h,s)||i.useDefault&&i.reflect&&h===this._$Ej?.get(t)&&!this.hasAttribute(r._$Eu(t,i))))return;this.C(t,s,i)}!1===this.isUpdatePending&&(this._$ES=this._$EP())}C(t,s,{useDefault:i,reflect:e,wrapped:h},r){i&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,r??s??this[t]),!0!==h||void 0!==r)||(this._$AL.has(t)||(this.hasUpdated||i||(s=void 0),this._$AL.set(t,s)),!0===e&&this._$Em!==t&&(this._$Eq??=new Set).add(t))}',
      to: 'requestUpdate(t,s){if(void 0!==t){if(i(this[t],s))return;this._$AL.has(t)||this._$AL.set(t,this.hasUpdated?s:void 0)}this.isUpdatePending||(this._$ES=this._$EP())}',
    },
    // Ways to update at another time.
    {
      from: 'const t=this.scheduleUpdate();return null!=t&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(const[t,s]of this._$Ep)this[t]=s;this._$Ep=void 0}const t=this.constructor.elementProperties;if(t.size>0)for(const[s,i]of t){const{wrapped:t}=i,e=this[s];!0!==t||this._$AL.has(s)||void 0===e||this.C(s,void 0,i,e)}}let t=!1;const s=this._$AL;try{t=this.shouldUpdate(s),t?(this.willUpdate(s),this._$EO?.forEach(t=>t.hostUpdate?.()),this.update(s)):this._$EM()}catch(s){throw t=!1,this._$EM(),s}t&&this._$AE(s)}willUpdate(t){}_$AE(t){this._$EO?.forEach(t=>t.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)}',
      to: 'for(const[t,s]of this._$Ep)this[t]=s;this._$Ep.clear();const t=this._$AL;try{this.willUpdate(t),this.update(t)}catch(t){throw this._$EM(),t}return this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t),!this.isUpdatePending}willUpdate(t){}',
    },
    {
      from: 'return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(t){return!0}',
      to: 'return this._$ES}',
    },
    nothingIn('update(t){this._$Eq&&=this._$Eq.forEach(t=>this._$ET(t,this[t])),this._$EM()}'),
    // Other copies of Lit, and what it is itself.
    {
      from: 'y.elementStyles=[],y.shadowRootOptions={mode:"open"},y[d("elementProperties")]=new Map,y[d("finalized")]=new Map,p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2");',
      to: 'y.elementProperties=new Map;',
    },
    {
      from: 'export{y as ReactiveElement,s as adoptStyles,u as defaultConverter,t as getCompatibleStyle,f as notEqual};',
      to: 'export{y as ReactiveElement};',
    },
    nothingIn('import{getCompatibleStyle as t,adoptStyles as s}from"./css-tag.js";'),
    // Long names of what is private.
    { from: 'elementProperties', to: '_$Ea' },
    { from: 'isUpdatePending', to: '_$Eb' },
    { from: 'enableUpdating', to: '_$Ec' },
    {
      from: 'export{CSSResult,css,supportsAdoptingStyleSheets,unsafeCSS}',
      to: 'export{CSSResult,css}',
    },
  ],
};

/** What of Lit is cut out, as an element would use it. */
const unused = new RegExp(
  [
    String.raw`from 'lit/|\b(?:unsafeCSS|mathml|adoptStyles)\b`,
    String.raw`\b(?:reflect|converter|hasChanged|noAccessor|useDefault):|\btype: (?!Number\b)[A-Z]`,
    String.raw`\battribute: ['"]|\b(?:shadowRootOptions|createRenderRoot)\b`,
    String.raw`\belement(?:Styles|Properties)\b`,
    String.raw`\b(?:add|remove)(?:Controller|Initializer)\b|\bhandleEvent\b`,
    String.raw`\b(?:scheduleUpdate|performUpdate|shouldUpdate|getUpdateComplete)\b`,
    String.raw`<(?:textarea|title|style|script)\b[^<]*>[^<]*\$\{`,
    String.raw`\bnoChange\b|<[\w-]+\s+\$\{|<[\w-]+\s[^<>\`]*(?:='[^'\`]*\$\{|\$\{[^{}]*\}\/>)`,
    String.raw`<!--|\bcss\`[^\`]*\$\{|\bstyles(?:: \w+)? = css\``,
  ].join('|'),
);

/** Stops the build where one of our modules uses what is cut out. */
export function refuseUnused(code: string, path: string): void {
  const found = unused.exec(code)?.[0];
  if (found !== undefined) throw new Error(`${path} uses "${found}", which is cut out of Lit`);
}

/** `path` of a module as the bundler names it; undefined for one that nothing is cut from. */
export function slimLit(code: string, path: string): string | undefined {
  const file = Object.keys(cuts).find((each) => path.endsWith(`/node_modules/${each}`));
  if (file === undefined) return undefined;
  return (cuts[file] ?? []).reduce((slim, { from, to }) => {
    if (!slim.includes(from)) throw new Error(`${file} has no ${from}`);
    return slim.replaceAll(from, () => to);
  }, code);
}
