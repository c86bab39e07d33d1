using System.Globalization;

namespace Mesh.Sdk.Failover;

/// <summary>Wording that several decisions share.</summary>
internal static class Words
{
    public static string Of(DestinationRuleLevel level) => level switch
    {
        DestinationRuleLevel.ClientNamespace => "of the client's namespace",
        DestinationRuleLevel.ServiceNamespace => "of the service's namespace",
        _ => "of the root namespace",
    };

    public static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>Returns a number of hosts that keep something of theirs: <c>1 failing host keeps its</c>.</summary>
    public static string Keep(string who, int count) => $"{who} {(count == 1 ? "keeps its" : "keep their")}";

    public static string Of(EndpointGroup group) => Locality(group.Locality?.ToString());

    public static string Locality(string? text) => string.IsNullOrEmpty(text) ? "(no locality)" : text;
}
