namespace Mesh.Sdk.Analysis.Upgrade;

/// <summary>What an old <c>consecutiveErrors</c> becomes.</summary>
public enum ConsecutiveErrorsMeaning
{
    /// <summary>What it meant before Istio 1.7: answers 502, 503 and 504 in a row count, other 5xx do not.</summary>
    Faithful,

    /// <summary>What most who wrote it meant: every 5xx counts.</summary>
    CountEvery5xx,
}
