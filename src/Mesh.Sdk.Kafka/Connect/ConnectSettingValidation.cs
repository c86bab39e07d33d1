using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Connect;

/// <summary>What a worker knows of a setting, and finds in it.</summary>
/// <param name="Name">Name.</param>
/// <param name="Type">Type as Kafka names it, such as <c>PASSWORD</c>; empty where the connector does not define it.</param>
/// <param name="IsRequired">Whether it has to be set.</param>
/// <param name="Errors">What is wrong, with <c>***</c> for values of secret settings.</param>
public sealed record ConnectSettingValidation(string Name, string Type, bool IsRequired, EquatableList<string> Errors)
{
    /// <summary>Gets whether the value is a secret.</summary>
    public bool IsPassword => Type == "PASSWORD";
}
