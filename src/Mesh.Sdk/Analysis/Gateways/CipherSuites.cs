namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>The cipher suites that Envoy knows. Source: Istio, <c>pkg/config/security</c>.</summary>
internal static class CipherSuites
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "ECDHE-ECDSA-AES128-GCM-SHA256",
        "ECDHE-RSA-AES128-GCM-SHA256",
        "ECDHE-ECDSA-AES256-GCM-SHA384",
        "ECDHE-RSA-AES256-GCM-SHA384",
        "ECDHE-ECDSA-CHACHA20-POLY1305",
        "ECDHE-RSA-CHACHA20-POLY1305",
        "ECDHE-ECDSA-AES128-SHA",
        "ECDHE-RSA-AES128-SHA",
        "ECDHE-ECDSA-AES256-SHA",
        "ECDHE-RSA-AES256-SHA",
        "AES128-GCM-SHA256",
        "AES256-GCM-SHA384",
        "AES128-SHA",
        "AES256-SHA",
        "DES-CBC3-SHA",
    };

    /// <summary>Returns whether a text is a suite, <c>ALL</c>, empty, or an expression, which starts with a sign.</summary>
    public static bool IsKnown(string suite) => suite is "" or "ALL" || !char.IsLetterOrDigit(suite[0]) || Names.Contains(suite);
}
