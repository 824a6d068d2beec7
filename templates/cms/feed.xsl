{% load i18n site_tags static %}{% get_current_language as LANGUAGE_CODE %}<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:atom="http://www.w3.org/2005/Atom"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
    exclude-result-prefixes="atom dc itunes">
  <xsl:output method="html" encoding="UTF-8" doctype-system="about:legacy-compat"/>

  <xsl:variable name="channel" select="/rss/channel"/>
  <xsl:variable name="is-podcast" select="boolean($channel/itunes:type)"/>
  <xsl:variable name="address" select="$channel/atom:link[@rel='self']/@href"/>
  <xsl:variable name="is-of-comments" select="contains($address, '/comments/')"/>

  <xsl:template match="/">
    <html lang="{{ LANGUAGE_CODE }}">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <meta name="robots" content="noindex"/>
        <title><xsl:value-of select="$channel/title"/> – {% translate "feed" %}</title>
        <link rel="stylesheet" href="{% stylesheet_url %}"/>
        <link rel="icon" href="{% static "cms/favicon.svg" %}" type="image/svg+xml"/>
      </head>
      <body>
        <main class="page" id="main">
          <xsl:call-template name="about"/>
          <xsl:call-template name="subscribe"/>
          <xsl:call-template name="items"/>
        </main>
        <script type="module" src="{% static "podcast/copy.js" %}"></script>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="about">
    <header class="show-head wide">
      <xsl:if test="$channel/image/url">
        <img class="artwork" src="{$channel/image/url}" alt=""/>
      </xsl:if>
      <div>
        <p class="eyebrow"><a href="{$channel/link}">{% translate "To the website" %}</a></p>
        <h1 lang="{$channel/language}"><xsl:value-of select="$channel/title"/></h1>
        <div class="flow" lang="{$channel/language}">
          <xsl:call-template name="paragraphs">
            <xsl:with-param name="html" select="string($channel/description)"/>
          </xsl:call-template>
        </div>
      </div>
    </header>
  </xsl:template>

  <xsl:template name="subscribe">
    <section class="call" aria-labelledby="subscribe-heading">
      <h2 class="call-heading" id="subscribe-heading">{% translate "You have opened a feed" %}</h2>
      <xsl:choose>
        <xsl:when test="$is-podcast">
          <p>{% blocktranslate trimmed %}A feed is the address by which podcast apps find every new episode by
          themselves. Copy it and put it into the search of your app, or choose your app on the next page.{% endblocktranslate %}</p>
        </xsl:when>
        <xsl:when test="$is-of-comments">
          <p>{% blocktranslate trimmed %}A feed is the address by which feed readers find every new comment by
          themselves. Copy it and add it to your reader.{% endblocktranslate %}</p>
        </xsl:when>
        <xsl:otherwise>
          <p>{% blocktranslate trimmed %}A feed is the address by which feed readers find every new article by
          themselves. Copy it and add it to your reader.{% endblocktranslate %}</p>
        </xsl:otherwise>
      </xsl:choose>
      <div class="copy-row">
        <input class="field" readonly="readonly" value="{$address}" aria-label="{% translate "Address of the feed" %}"/>
        <button class="button quiet" type="button" data-copy="{$address}" data-copied="{% translate "Copied" %}" hidden="hidden">{% translate "Copy the address" %}</button>
        <xsl:if test="$is-podcast">
          <a class="button" href="{$channel/link}subscribe/">{% translate "Choose your app" %}</a>
        </xsl:if>
      </div>
    </section>
  </xsl:template>

  <xsl:template name="items">
    <section class="wide" aria-labelledby="items-heading">
      <h2 id="items-heading">
        <xsl:choose>
          <xsl:when test="$is-podcast">{% translate "Episodes" %}</xsl:when>
          <xsl:when test="$is-of-comments">{% translate "Comments" %}</xsl:when>
          <xsl:otherwise>{% translate "Articles" %}</xsl:otherwise>
        </xsl:choose>
      </h2>
      <ol class="episodes" role="list">
        <xsl:apply-templates select="$channel/item[position() &lt;= 30]"/>
      </ol>
      <xsl:if test="count($channel/item) &gt; 30 or $channel/atom:link[@rel='next']">
        <p><a class="more" href="{$channel/link}">{% translate "The older ones are on the website" %}</a></p>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template match="item">
    <li lang="{$channel/language}">
      <article class="episode-row">
        <p class="meta" lang="{{ LANGUAGE_CODE }}">
          <xsl:apply-templates select="pubDate"/>
          <xsl:apply-templates select="itunes:duration | dc:creator"/>
        </p>
        <h3><a href="{link}"><xsl:value-of select="title"/></a></h3>
        <xsl:call-template name="notes"/>
        <xsl:apply-templates select="enclosure"/>
      </article>
    </li>
  </xsl:template>

  <!-- In plain words: a browser that applies this itself may not be able to show HTML from a feed. -->
  <xsl:template name="notes">
    <xsl:choose>
      <xsl:when test="itunes:summary"><p><xsl:value-of select="itunes:summary"/></p></xsl:when>
      <xsl:otherwise>
        <div class="flow">
          <xsl:call-template name="paragraphs">
            <xsl:with-param name="html" select="string(description)"/>
          </xsl:call-template>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="enclosure">
    <audio class="player" controls="controls" preload="none" src="{@url}" aria-label="{../title}"></audio>
  </xsl:template>

  <!-- Sun, 22 Nov 2026 18:30:00 GMT -->
  <xsl:template match="pubDate">
    <xsl:variable name="month" select="substring(., 9, 3)"/>
    <xsl:variable name="before" select="substring-before('{% for name, month in months %}{{ name }}{% endfor %}', $month)"/>
    <time datetime="{substring(., 13, 4)}-{format-number(string-length($before) div 3 + 1, '00')}-{substring(., 6, 2)}">
      {% for part, text in date_parts %}{% if part == "day" %}<xsl:value-of select="number(substring(., 6, 2))"/>{% elif part == "year" %}<xsl:value-of select="substring(., 13, 4)"/>{% elif part == "month" %}<xsl:choose>{% for name, month in months %}
        <xsl:when test="$month = '{{ name }}'">{{ month }}</xsl:when>{% endfor %}
      </xsl:choose>{% else %}<xsl:text>{{ text }}</xsl:text>{% endif %}{% endfor %}
    </time>
  </xsl:template>

  <xsl:template match="itunes:duration">
    <xsl:text> · </xsl:text>
    <time datetime="PT{.}S">
      <xsl:if test=". &gt;= 3600"><xsl:value-of select="floor(. div 3600)"/>:</xsl:if>
      <xsl:choose>
        <xsl:when test=". &gt;= 3600"><xsl:value-of select="format-number(floor(. div 60) mod 60, '00')"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="floor(. div 60)"/></xsl:otherwise>
      </xsl:choose>
      <xsl:text>:</xsl:text>
      <xsl:value-of select="format-number(. mod 60, '00')"/>
    </time>
  </xsl:template>

  <xsl:template match="dc:creator"> · <xsl:value-of select="."/></xsl:template>

  <!-- HTML as paragraphs of plain words. -->
  <xsl:template name="paragraphs">
    <xsl:param name="html"/>
    <xsl:variable name="first" select="substring-before(concat($html, '&lt;/p&gt;'), '&lt;/p&gt;')"/>
    <xsl:variable name="rest" select="substring-after($html, '&lt;/p&gt;')"/>
    <xsl:if test="normalize-space($first)">
      <p><xsl:call-template name="words"><xsl:with-param name="html" select="$first"/></xsl:call-template></p>
    </xsl:if>
    <xsl:if test="normalize-space($rest)">
      <xsl:call-template name="paragraphs"><xsl:with-param name="html" select="$rest"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- What stands outside the tags; the end of a block leaves a space between its words and the next. -->
  <xsl:template name="words">
    <xsl:param name="html"/>
    <xsl:choose>
      <xsl:when test="contains(substring-after($html, '&lt;'), '&gt;')">
        <xsl:call-template name="characters">
          <xsl:with-param name="text" select="substring-before($html, '&lt;')"/>
        </xsl:call-template>
        <xsl:variable name="tag" select="substring-before(substring-after($html, '&lt;'), '&gt;')"/>
        <xsl:if test="starts-with($tag, 'br') or starts-with($tag, '/li') or starts-with($tag, '/h')"><xsl:text> </xsl:text></xsl:if>
        <xsl:call-template name="words">
          <xsl:with-param name="html" select="substring-after(substring-after($html, '&lt;'), '&gt;')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="characters"><xsl:with-param name="text" select="$html"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The few character references that HTML must have; &amp; is the last to be read of each. -->
  <xsl:template name="characters">
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="contains($text, '&amp;')">
        <xsl:variable name="rest" select="substring-after($text, '&amp;')"/>
        <xsl:variable name="name" select="substring-before(concat($rest, ';'), ';')"/>
        <xsl:variable name="character">
          <xsl:choose>
            <xsl:when test="$name = 'amp'">&amp;</xsl:when>
            <xsl:when test="$name = 'lt'">&lt;</xsl:when>
            <xsl:when test="$name = 'gt'">&gt;</xsl:when>
            <xsl:when test="$name = 'quot'">"</xsl:when>
            <xsl:when test="$name = '#39' or $name = '#x27'">'</xsl:when>
            <xsl:when test="$name = 'nbsp'">&#160;</xsl:when>
          </xsl:choose>
        </xsl:variable>
        <xsl:value-of select="substring-before($text, '&amp;')"/>
        <xsl:choose>
          <xsl:when test="string($character)">
            <xsl:value-of select="$character"/>
            <xsl:call-template name="characters"><xsl:with-param name="text" select="substring-after($rest, ';')"/></xsl:call-template>
          </xsl:when>
          <xsl:otherwise>
            <xsl:text>&amp;</xsl:text>
            <xsl:call-template name="characters"><xsl:with-param name="text" select="$rest"/></xsl:call-template>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
