using System.Globalization;
using Mesh.Sdk.Simulation;

namespace Mesh.Sdk.Live;

/// <summary>What a status and Envoy's response flags say of a request.</summary>
/// <remarks>Source: Envoy, access log operator <c>RESPONSE_FLAGS</c>; gRPC statuses count as the HTTP statuses that Envoy takes them for.</remarks>
internal static class ResponseCauses
{
    /// <summary>The words for causes, in the order of <see cref="FailureCause"/>.</summary>
    public static readonly string[] Words =
    [
        "no healthy host (UH, NC)",
        "no connection, or it broke off (UF, UC, UR, LR)",
        "the service answers an error",
        "no answer in time, or the client left (UT, SI, DC)",
        "limit of the connection pool (UO)",
        "more than the capacity",
        "injected fault (FI, DI)",
        "no route (NR)",
    ];

    private static readonly string[] FailingGrpcStatuses = ["2", "4", "12", "13", "14", "15"];

    /// <summary>Returns why a request failed; <see langword="null"/> if it did not. Answers below 500 are the service's word and no failure.</summary>
    public static FailureCause? Of(string code, string flags, string grpcStatus)
    {
        int status = int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
        if (status is > 0 and < 500 && !FailingGrpcStatuses.Contains(grpcStatus))
        {
            return null;
        }

        return flags.Split(',').Select(OfFlag).FirstOrDefault(cause => cause is not null) ?? (status == 0 ? FailureCause.Timeout : FailureCause.ErrorAnswer);
    }

    /// <summary>Returns whether the request ended in the client's proxy, so that no cluster got it.</summary>
    public static bool IsSentNowhere(FailureCause? cause) =>
        cause is FailureCause.NoHealthyHost or FailureCause.NoRoute or FailureCause.InjectedFault
            or FailureCause.ConnectFailure or FailureCause.Overflow or FailureCause.Timeout;

    private static FailureCause? OfFlag(string flag) => flag.Trim() switch
    {
        "UH" or "NC" => FailureCause.NoHealthyHost,
        "FI" or "DI" => FailureCause.InjectedFault,
        "NR" => FailureCause.NoRoute,
        "UF" or "UC" or "UR" or "LR" or "UPE" => FailureCause.ConnectFailure,
        "UT" or "SI" or "DT" or "UMSDR" or "DC" => FailureCause.Timeout,
        "UO" => FailureCause.Overflow,
        _ => null,
    };
}
