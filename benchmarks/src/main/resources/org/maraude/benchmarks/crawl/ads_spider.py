"""Reads the listings of many hosts and their ads: the same fields as the site files name."""

import re

import scrapy


class AdsSpider(scrapy.Spider):
    name = "ads"
    custom_settings = {
        "LOG_ENABLED": False,
        "AUTOTHROTTLE_ENABLED": False,
        "DOWNLOAD_DELAY": 0,
        "CONCURRENT_REQUESTS": 64,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 8,
        "ROBOTSTXT_OBEY": True,
        "TELNETCONSOLE_ENABLED": False,
        "COOKIES_ENABLED": False,
        "USER_AGENT": "benchmark/1 (+https://example.org/; bench@example.org)",
    }

    def start_requests(self):
        with open(self.addresses, encoding="ascii") as lines:
            for line in lines:
                yield scrapy.Request("http://" + line.strip() + "/list?page=1", self.listing)

    def listing(self, response):
        for link in response.css("article.ad a.title::attr(href)"):
            yield response.follow(link.get(), self.ad)
        following = response.css("a[rel=next]::attr(href)").get()
        if following:
            yield response.follow(following, self.listing)

    def ad(self, response):
        local_id = response.css("main::attr(data-id)").get()
        yield {
            "id": local_id or re.search(r"/ad/(\d+)", response.url).group(1),
            "url": response.url,
            "title": self.text(response.css("h1")),
            "body": self.text(response.css(".body")),
            "postedAt": response.css("time::attr(datetime)").get(),
            "place": self.text(response.css(".place")),
            "age": self.text(response.css(".age")),
            "phone": self.text(response.css(".phone")),
            "price": self.text(response.css(".price")),
        }

    @staticmethod
    def text(found):
        return " ".join(" ".join(found.css("::text").getall()).split())
