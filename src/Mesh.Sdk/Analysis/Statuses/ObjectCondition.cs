using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Statuses;

/// <summary>What a controller says of an object.</summary>
internal readonly record struct ObjectCondition(string? Type, string? Status, string? Reason, string? Message)
{
    /// <summary>Gets whether something does not work: the condition is false, or holds for a part of the object only.</summary>
    public bool IsNegative => Status == "False" || (Type, Reason) is ("WaypointAccepted", "PartiallyInvalid");

    public static ObjectCondition Of(Condition? condition) => new(condition?.Type, condition?.Status, condition?.Reason, condition?.Message);

    public static ObjectCondition Of(IstioCondition? condition) => new(condition?.Type, condition?.Status, condition?.Reason, condition?.Message);

    public static ObjectCondition Of(UntypedValue condition) => new(Text(condition, "type"), Text(condition, "status"), Text(condition, "reason"), Text(condition, "message"));

    private static string? Text(UntypedValue condition, string field) => condition.Fields[field]?.Text;
}
