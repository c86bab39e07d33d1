using System.Text.Json.Serialization;
using Mesh.Sdk.Kafka.Recovery.Journal;

namespace Mesh.Sdk.Kafka.Recovery.Plans.Json;

/// <summary>Plans and entries of journals as JSON, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    IgnoreReadOnlyProperties = true,
    Converters =
    [
        typeof(TopicPartitionConverter),
        typeof(EquatableListConverter<FailoverProblem>),
        typeof(EquatableListConverter<FailoverStep>),
        typeof(EquatableListConverter<GroupMove>),
        typeof(EquatableListConverter<PartitionEnd>),
        typeof(EquatableListConverter<PartitionLoss>),
        typeof(EquatableListConverter<PositionMove>),
        typeof(EquatableListConverter<string>),
    ])]
[JsonSerializable(typeof(FailoverPlan))]
[JsonSerializable(typeof(JournalEntry))]
internal sealed partial class FailoverJson : JsonSerializerContext;
