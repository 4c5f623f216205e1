"""Logs without people's words.

Bolt and the Slack kit log whole requests: at INFO for a wrong signature, at WARNING for a request
without a listener, at DEBUG for everything. Their own reports are switched off or kept from
DEBUG; what fails is logged by `bot.slack.errors`.
"""

import logging


def quiet_logger() -> logging.Logger:
    """The logger to hand to Bolt, and through it to all that it makes.

    Bolt sets the level of the logger that has its app's name too, so that must not be one of ours.
    """
    logger = logging.getLogger("slack_bolt")
    logger.setLevel(logging.CRITICAL)
    logging.getLogger("slack_sdk").setLevel(logging.WARNING)
    return logger


def connection_logger() -> logging.Logger:
    """For the Socket Mode connection: comings and goings, at INFO, not what passes through it."""
    logger = logging.getLogger(f"{__name__}.connection")
    logger.setLevel(logging.INFO)
    return logger
