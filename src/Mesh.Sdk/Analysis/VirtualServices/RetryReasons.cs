using System.Collections.Frozen;
using System.Globalization;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>Reasons for a retry: names that Envoy knows, and statuses of HTTP.</summary>
internal static class RetryReasons
{
    // Envoy: x-envoy-retry-on and x-envoy-retry-grpc-on.
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.Ordinal,
        "5xx",
        "gateway-error",
        "reset",
        "reset-before-request",
        "connect-failure",
        "retriable-4xx",
        "refused-stream",
        "retriable-status-codes",
        "retriable-headers",
        "envoy-ratelimited",
        "http3-post-connect-failure",
        "cancelled",
        "deadline-exceeded",
        "internal",
        "resource-exhausted",
        "unavailable");

    public static bool IsKnown(string token) =>
        Names.Contains(token)
        || (int.TryParse(token, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int status) && IsRegistered(status));

    // IANA, HTTP Status Code Registry, without the unassigned 306 and with 418, as Go has it.
    private static bool IsRegistered(int status) => status is
        (>= 100 and <= 103) or (>= 200 and <= 208) or 226 or (>= 300 and <= 308 and not 306)
        or (>= 400 and <= 418) or (>= 421 and <= 426) or 428 or 429 or 431 or 451
        or (>= 500 and <= 508) or 510 or 511;
}
