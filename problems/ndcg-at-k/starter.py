def ndcg_at_k(relevance: list[float], scores: list[float], k: int | None = None) -> float:
    """Return NDCG@k of one query; tied scores share the discounts of the ranks that they occupy."""
    raise NotImplementedError
