import Foundation
import Testing

@testable import Typesetting

/// `template.schema.json`, for editors, says what the reader says.
@Suite struct SchemaTests {
    private struct Schema: Decodable {
        var definitions: [String: Definition]

        enum CodingKeys: String, CodingKey { case definitions = "$defs" }
    }

    private struct Definition: Decodable {
        var properties: [String: Anything]?
        var additionalProperties: Bool?
        var oneOf: [Anything]?
    }

    private struct Anything: Decodable {
        init(from decoder: any Decoder) throws {}
    }

    private func schema() throws -> Schema {
        let path = "\(Checkout.root)/Templates/certificates/template.schema.json"
        return try JSONDecoder().decode(Schema.self, from: Data(contentsOf: URL(filePath: path)))
    }

    @Test(arguments: TemplateKeys.all.keys.sorted())
    func `a part has the same keys in the schema and in the reader`(part: String) throws {
        let definition = try #require(try schema().definitions[part])
        #expect(definition.properties.map { Set($0.keys) } == TemplateKeys.all[part].map(Set.init))
        #expect(definition.additionalProperties == false)
    }

    @Test func `the schema knows every kind of content`() throws {
        #expect(try schema().definitions["element"]?.oneOf?.count == TemplateKeys.elements.count)
    }
}
